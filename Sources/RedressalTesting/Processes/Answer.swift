import Foundation

/// What a command that has ended printed, and its exit code.
package struct Answer: Sendable {
    package let command: [String]
    package let code: Int32
    package let output: String
    package let errors: String

    /// The command and its answer, for the message of a failing test.
    package var shown: String {
        """
        \(self.command.joined(separator: " ")) ended with \(self.code)
        standard output: \(self.output.prefix(2000))
        standard error: \(self.errors.prefix(2000))
        """
    }

    /// The one JSON value on standard output.
    package func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(self.output.utf8))
    }
}

/// A command that did not end as it should.
package struct UnexpectedEnd: Error, CustomStringConvertible {
    package let answer: Answer
    package let expected: Int32

    package init(answer: Answer, expected: Int32) {
        self.answer = answer
        self.expected = expected
    }

    package var description: String { "expected exit code \(self.expected) but \(self.answer.shown)" }
}
