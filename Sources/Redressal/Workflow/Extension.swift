/// More time for one of a case's clocks, always with a reason.
package struct Extension: Hashable, Sendable {
    /// How much more.
    package enum Amount: Hashable, Sendable {
        /// So much after the present deadline.
        case by(TimeSpan)
        /// Until the instant or date in this field.
        case until(FieldName)

        /// Whether it names the new deadline itself.
        var isDate: Bool { if case .until = self { true } else { false } }
    }

    package let clock: ClockName
    package let amount: Amount
    /// The field that says why; the action must require it.
    package let reason: FieldName

    package init(clock: ClockName, amount: Amount, reason: FieldName) {
        self.clock = clock
        self.amount = amount
        self.reason = reason
    }
}
