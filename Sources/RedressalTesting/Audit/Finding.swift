/// Something that should have held and did not.
package struct Finding: Error, Hashable, Sendable, CustomStringConvertible {
    /// How it harms those whose cases they are.
    package enum Kind: String, Sendable, CaseIterable {
        /// What was promised is not there.
        case lost
        /// What was asked once was done twice, or was done although it was refused.
        case duplicated
        /// Two places say different things.
        case diverged
        /// Nothing goes on.
        case stuck
    }

    package let kind: Kind
    /// "expected … but …", or a sentence like it.
    package let description: String

    package init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
