/// A field that an action may set.
package struct FieldUse: Hashable, Sendable {
    package let name: FieldName
    /// Whether the action is refused without it.
    package let isRequired: Bool

    package init(name: FieldName, isRequired: Bool) {
        self.name = name
        self.isRequired = isRequired
    }
}
