extension WorkflowChecks {
    /// What is owed is owed at a reminder of its clock, or nobody would ever know that it is.
    mutating func checkOwed() {
        for (index, action) in self.definition.actions.enumerated() {
            guard let owed = action.owed else { continue }
            let reminders = action.from.map { state in
                owed.clock == .total ? self.definition.total?.remind : self.definition.state(state)?.remind
            }
            guard reminders.contains(where: { $0?.contains(owed.after) != true }) else { continue }
            self.report(
                "owed-unnoticed",
                "expected a reminder of the \(owed.clock.rawValue) clock at \(owed.after) wherever \(action.name) is possible",
                at: "actions.\(index).owed.after")
        }
    }
}
