/// Why a text is not a guard.
package struct GuardError: Error, Hashable, Sendable {
    /// What kind of mistake it is.
    package enum Kind: String, Hashable, Sendable {
        case syntax = "guard-syntax"
        case type = "guard-type"
    }

    package let kind: Kind
    /// What was expected and what was found.
    package let message: String
    /// Where in the guard's text, in Unicode scalars from 0.
    package let offset: Int

    package init(_ kind: Kind, _ message: String, at offset: Int) {
        self.kind = kind
        self.message = message
        self.offset = offset
    }
}
