/// A field that an action may set.
package struct FieldUse: Hashable, Sendable {
    package let name: FieldName
    /// Whether the action is refused without it.
    package let isRequired: Bool
    /// The codes that may be given here; empty where the field's own say it.
    package let values: [String]

    package init(name: FieldName, isRequired: Bool, values: [String] = []) {
        self.name = name
        self.isRequired = isRequired
        self.values = values
    }
}
