import Redressal
import RedressalRuntime

extension ImportSource {
    /// Every case of the file.
    func cases() throws -> [ImportedCase] {
        var reader = try self.makeReader()
        var cases: [ImportedCase] = []
        while let imported = try reader.next() { cases.append(imported) }
        return cases
    }
}

extension ImportStep {
    /// The action asked for, or `open` with the state, or `as-of`.
    var summary: String {
        switch self.draft.command.request {
        case .open(let open): "open \(open.state ?? "-")"
        case .act(let act): act.action
        case .endHistory: "as-of"
        default: "other"
        }
    }

    var fields: [String: FieldValue] {
        switch self.draft.command.request {
        case .open(let open): open.fields
        case .act(let act): act.fields
        default: [:]
        }
    }
}
