import Yams

extension CalendarNode {
    /// The root of the only document in a text.
    static func root(of text: String, file: String) throws(Finding) -> CalendarNode {
        do {
            if let node = try compose(yaml: text) { return CalendarNode(node: node, file: file) }
        } catch {
            throw Self.finding(error, file: file)
        }
        throw Finding(
            file: file, line: 1, column: 1, rule: "yaml-syntax",
            message: "expected a calendar as a mapping but found an empty file")
    }

    /// Says what the YAML parser found, where it names a place.
    private static func finding(_ error: any Error, file: String) -> Finding {
        func finding(_ mark: Mark?, _ message: String, rule: String = "yaml-syntax") -> Finding {
            Finding(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, rule: rule, message: message)
        }
        return switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            finding(mark, "expected YAML but \(problem)")
        case .duplicatedKeysInMapping(let keys, let context):
            finding(
                context.mark, "expected each key once but found '\(keys.joined(separator: "', '"))' again",
                rule: "duplicate-key")
        case .reader(let problem, _, let value, _):
            finding(nil, "expected YAML text but \(problem) (character code \(value))")
        default:
            finding(nil, "expected YAML but \(error)")
        }
    }
}
