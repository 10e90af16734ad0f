/// What the public pages ask people who open a case, and what they tell them about it.
package struct Portal: Hashable, Sendable {
    /// The fields of the form, in the order to ask for them.
    package let ask: [FieldName]
    /// The fields that the case's own people are shown beside what they said themselves, such as the answer to them.
    package let tell: [FieldName]
    /// Of what is told, what is told only in some states, such as an answer once it is approved.
    package let toldIn: [FieldName: Set<StateName>]

    package init(ask: [FieldName], tell: [FieldName] = [], toldIn: [FieldName: Set<StateName>] = [:]) {
        self.ask = ask
        self.tell = tell
        self.toldIn = toldIn
    }

    /// Whether the case's own people may read a field, whoever filled it in: at a counter an office writes for them.
    ///
    /// - Parameter state: Where the case stands.
    package func isForParties(_ field: FieldName, in state: StateName) -> Bool {
        if self.ask.contains(field) { return true }
        return self.tell.contains(field) && self.toldIn[field]?.contains(state) != false
    }
}
