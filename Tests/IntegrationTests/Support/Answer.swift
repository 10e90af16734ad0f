import Foundation

/// What a command that has ended printed, and its exit code.
struct Answer: Sendable {
    let command: [String]
    let code: Int32
    let output: String
    let errors: String

    /// The command and its answer, for the message of a failing test.
    var shown: String {
        """
        \(self.command.joined(separator: " ")) ended with \(self.code)
        standard output: \(self.output.prefix(2000))
        standard error: \(self.errors.prefix(2000))
        """
    }

    /// The one JSON value on standard output.
    func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(self.output.utf8))
    }
}

/// A command that did not end as it should.
struct UnexpectedEnd: Error, CustomStringConvertible {
    let answer: Answer
    let expected: Int32

    var description: String { "expected exit code \(self.expected) but \(self.answer.shown)" }
}
