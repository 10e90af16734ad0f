extension WorkflowChecks {
    /// No two actions of one name may be possible to one role at once, or a command would be ambiguous.
    mutating func checkOverlaps() {
        let actions = self.definition.actions
        for (index, action) in actions.enumerated() {
            for earlier in actions[..<index] where earlier.name == action.name {
                guard let shared = action.from.first(where: earlier.from.contains),
                    !Set(action.by).isDisjoint(with: earlier.by), !Self.exclude(earlier.guardRule, action.guardRule)
                else { continue }
                self.report(
                    "overlapping-guards",
                    "expected guards that exclude each other but two actions '\(action.name)' may both be possible in "
                        + "\(shared)", at: "actions.\(index)")
            }
        }
        self.checkTimerOverlaps()
    }

    private mutating func checkTimerOverlaps() {
        let actions = self.definition.actions
        for (index, action) in actions.enumerated() where action.timer {
            for earlier in actions[..<index] where earlier.timer && earlier.name != action.name {
                guard let shared = action.from.first(where: earlier.from.contains),
                    !Self.exclude(earlier.guardRule, action.guardRule)
                else { continue }
                self.report(
                    "overlapping-guards",
                    "expected one timer action at a time but '\(earlier.name)' and '\(action.name)' may both be due in "
                        + "\(shared)", at: "actions.\(index)")
            }
        }
    }

    private static func exclude(_ first: Guard?, _ second: Guard?) -> Bool {
        guard let first, let second else { return false }
        return first.expression.excludes(second.expression)
    }
}
