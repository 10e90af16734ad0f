import Yams

extension ReadingLog {
    /// Reports what the YAML parser found, without its prefix, snippet and doubled positions.
    func error(_ error: YamlError) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let message = [context?.text, problem].compactMap(\.self).joined(separator: ", ")
            self.error("yaml-syntax", message, at: SourceLocation(line: mark.line, column: mark.column))
        case .reader(let problem, let offset, _, let yaml):
            self.error("yaml-syntax", problem, at: Self.location(ofByte: offset ?? 0, in: yaml))
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.map { $0 == "<uncovertable>" ? "a list or mapping" : "'\($0)'" }.joined(separator: ", ")
            let location = SourceLocation(line: context.mark.line, column: context.mark.column)
            self.error("duplicate-key", "expected each key once but found \(names) more than once", at: location)
        default:
            self.error("yaml-syntax", "expected YAML but found \(error)", at: .start)
        }
    }

    private static func location(ofByte offset: Int, in text: String) -> SourceLocation {
        let before = text.utf8.prefix(offset)
        let lines = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return SourceLocation(
            line: max(1, lines.count), column: (lines.last.map { String($0)?.unicodeScalars.count ?? 0 } ?? 0) + 1)
    }
}
