extension Action {
    /// What the engine does when an action is taken, besides moving the case and setting fields.
    package struct Effects: Hashable, Sendable {
        /// Who holds the case afterwards; nil leaves the holder.
        package let assign: AssignRule?
        /// The field whose value becomes the case's severity, and with it the profile.
        package let severity: FieldName?
        /// The field whose value becomes the office that owns the case.
        package let office: FieldName?
        package let extend: Extension?
        /// Raises the case to the next level of its ladder.
        package let escalate: Bool
        /// Acknowledges the standing escalation, so that the next level does not fire for silence.
        package let acknowledge: Bool
        package let spawn: Spawn?
        package let signal: Signal?

        package init(
            assign: AssignRule? = nil, severity: FieldName? = nil, office: FieldName? = nil,
            extend: Extension? = nil, escalate: Bool = false, acknowledge: Bool = false, spawn: Spawn? = nil,
            signal: Signal? = nil
        ) {
            self.assign = assign
            self.severity = severity
            self.office = office
            self.extend = extend
            self.escalate = escalate
            self.acknowledge = acknowledge
            self.spawn = spawn
            self.signal = signal
        }
    }
}
