/// What the public pages ask people who open a case, and what they tell them about it.
package struct Portal: Hashable, Sendable {
    /// The fields of the form, in the order to ask for them.
    package let ask: [FieldName]
    /// The fields that the case's own people are shown beside what they said themselves, such as the answer to them.
    package let tell: [FieldName]

    package init(ask: [FieldName], tell: [FieldName] = []) {
        self.ask = ask
        self.tell = tell
    }

    /// Whether the case's own people may read a field, whoever filled it in: at a counter an office writes for them.
    package func isForParties(_ field: FieldName) -> Bool { self.ask.contains(field) || self.tell.contains(field) }
}
