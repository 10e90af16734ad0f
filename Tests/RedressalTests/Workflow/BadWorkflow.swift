import Foundation
import Testing

/// One way to break the small workflow, and what must be said about it.
struct BadWorkflow: Sendable, CustomTestStringConvertible {
    /// The text of the small workflow to replace, its first occurrence.
    let old: String
    let new: String
    /// `line:column severity rule`, in the order of the file.
    let expected: [String]

    init(_ old: String, _ new: String, _ expected: String...) {
        self.old = old
        self.new = new
        self.expected = expected
    }

    var testDescription: String { "\(self.old) → \(self.new)" }

    /// The broken workflow.
    var text: String {
        guard let range = SmallWorkflow.text.range(of: self.old) else { return "" }
        return SmallWorkflow.text.replacingCharacters(in: range, with: self.new)
    }
}
