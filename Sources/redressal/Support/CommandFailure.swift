import ArgumentParser

/// Why a command ends without success: a message for people and an exit code for scripts.
struct CommandFailure: Error, CustomStringConvertible {
    enum Kind: Int32 {
        /// The answer is no: refused, findings, differences.
        case refused = 1
        /// Something it needs cannot be reached or is not prepared.
        case unreachable = 2
        /// The command was called in a way that cannot be meant.
        case usage = 64
    }

    let kind: Kind
    let description: String

    init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
