extension WorkflowChecks {
    /// Every state someone waits in has a deadline, and pauses end.
    mutating func checkDeadlines() {
        for state in self.definition.states where state.isOpen {
            let path = "states.\(state.name)"
            let isTimed = state.target != nil || (self.definition.total != nil && !state.pauses)
            if !isTimed && !state.mayWaitForever {
                self.report(
                    "no-deadline",
                    "expected a deadline in \(state.name): give it an sla, or write 'may_wait_forever: true'", at: path)
            }
            if state.pauses { self.checkPause(of: state, at: path) }
        }
    }

    private mutating func checkPause(of state: State, at path: String) {
        if self.definition.total == nil {
            self.report(
                "pause-cap", "expected a total clock for \(state.name) to pause but there is none",
                at: "\(path).pauses",
                .warning)
        }
        guard let cap = state.pauseCap else {
            self.report("pause-cap", "expected a limit to the pause of \(state.name)", at: "\(path).pauses")
            return
        }
        if cap.amount == 0 {
            self.report("pause-cap", "expected a limit above zero but found \(cap)", at: "\(path).pause_cap")
        }
        if case .span(let span)? = state.target, span.isLonger(than: cap) == true {
            self.report(
                "pause-cap", "expected an sla of at most \(cap), the limit of pauses, but found \(span)",
                at: "\(path).sla", .warning)
        }
    }

    /// Ladders are bounded, rise in time and end with people who exist.
    mutating func checkLadders() {
        for (name, ladder) in self.definition.chains.sorted(by: { $0.key < $1.key }) {
            let path = "chains.\(name).levels"
            if ladder.levels.count > Self.mostLevels {
                self.report(
                    "ladder-order", "expected at most \(Self.mostLevels) levels but found \(ladder.levels.count)",
                    at: path)
            }
            for (index, level) in ladder.levels.prefix(Self.mostLevels).enumerated() {
                self.check(level, after: index > 0 ? ladder.levels[index - 1] : nil, at: "\(path).\(index)")
            }
        }
    }

    private static let mostLevels = 9

    private mutating func check(_ level: Ladder.Level, after previous: Ladder.Level?, at path: String) {
        let number = (previous?.level ?? 0) + 1
        if level.level != number {
            self.report("ladder-order", "expected level \(number) but found \(level.level)", at: "\(path).level")
        }
        if let previous, level.after.isLonger(than: previous.after) != true {
            self.report(
                "ladder-order",
                "expected a time after \(previous.after), in units that can be compared, but found \(level.after)",
                at: "\(path).after")
        }
        let people = self.definition.roles.map(\.rawValue) + self.definition.posts
        if !people.contains(level.to) {
            self.report(
                "ladder-recipient",
                "expected a declared role or post but found '\(level.to)'\(Suggestion.text(level.to, people))",
                at: "\(path).to")
        }
    }
}
