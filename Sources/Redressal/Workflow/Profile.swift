/// Other targets for some cases, chosen by severity or by name.
package struct Profile: Hashable, Sendable {
    package let name: String
    /// Nil for the workflow's calendar.
    package let calendar: CalendarChoice?
    /// Replaces the ladder of every clock that has one; nil for each clock's own.
    package let chain: String?
    /// The targets of the stages that differ.
    package let targets: [StateName: ClockTarget]
    /// Nil for the workflow's total.
    package let total: ClockTarget?

    package init(
        name: String, calendar: CalendarChoice? = nil, chain: String? = nil,
        targets: [StateName: ClockTarget] = [:], total: ClockTarget? = nil
    ) {
        self.name = name
        self.calendar = calendar
        self.chain = chain
        self.targets = targets
        self.total = total
    }
}
