/// A guard as a tree; two are equal when they say the same, wherever they stand in their texts.
package struct GuardExpression: Sendable {
    /// What a node is.
    package indirect enum Kind: Hashable, Sendable {
        case literal(GuardValue)
        case list([GuardExpression])
        /// A field, or one of ``GuardVariable``.
        case name(String)
        case unary(GuardOperator.Unary, GuardExpression)
        case binary(GuardOperator.Binary, GuardExpression, GuardExpression)
        /// `function(arguments)`.
        case call(GuardFunction, [GuardExpression])
        /// `receiver.method(argument)`.
        case method(GuardMethod, GuardExpression, GuardExpression)
    }

    package let kind: Kind
    /// Where the node starts in the guard's text, in Unicode scalars from 0.
    package let offset: Int

    package init(_ kind: Kind, at offset: Int = 0) {
        self.kind = kind
        self.offset = offset
    }
}

extension GuardExpression: Hashable {
    package static func == (left: GuardExpression, right: GuardExpression) -> Bool { left.kind == right.kind }

    package func hash(into hasher: inout Hasher) { hasher.combine(self.kind) }
}
