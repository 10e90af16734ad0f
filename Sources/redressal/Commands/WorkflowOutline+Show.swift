import Redressal

extension WorkflowOutline {
    /// Prints the outline in tables.
    func show() {
        Terminal.print("\(self.workflow) version \(self.version)\(self.title.map { ": \($0)" } ?? "")")
        Terminal.print("\nfields for opening a case")
        Terminal.table(
            ["field", "type", "", "personal", "values"],
            self.fields.map { field in
                [
                    field.name, field.type, field.required ? "required" : "", field.personal ? "personal" : "",
                    field.values.joined(separator: ", "),
                ]
            })
        Terminal.print("\nstates")
        Terminal.table(
            ["state", "", "time allowed", "then climbs", "waits for", "title"],
            self.states.map { state in
                [
                    state.name, Self.role(of: state), Self.time(in: state), Self.ladder(of: state),
                    state.waitsFor.joined(separator: ", "), state.title ?? "",
                ]
            })
        if let total = self.total { Terminal.print("time allowed for the whole case: \(total)") }
        Terminal.print("(bd, bh, bm: days, hours, minutes of the office's working time; d, h, m: by the wall clock)")
        Terminal.print("\nactions (* must be given)")
        Terminal.table(
            ["action", "from → to", "who", "fields"],
            self.actions.map { action in
                [
                    action.name, "\(self.origin(of: action)) → \(self.target(of: action))",
                    action.timer ? "by itself, when time is up" : action.by.joined(separator: ", "),
                    action.fields.map { $0.required ? "\($0.name)*" : $0.name }.joined(separator: ", "),
                ]
            })
    }

    private static func role(of state: State) -> String {
        let end = ["true": "final", "reopenable": "final, may be reopened"][state.final]
        return [state.initial ? "initial" : nil, end].compactMap(\.self).joined(separator: ", ")
    }

    /// The ladder that nobody is on is no ladder.
    private static func ladder(of state: State) -> String { state.chain == "none" ? "" : state.chain ?? "" }

    private static func time(in state: State) -> String {
        guard state.final == "false" else { return "" }
        return state.pauses ? "\(state.sla), the whole case waits" : state.sla
    }

    /// The states an action starts from; one word where it is every open one.
    private func origin(of action: Action) -> String {
        let open = self.states.filter { $0.final == "false" }.map(\.name)
        guard open.count > 1, Set(open) == Set(action.from) else { return action.from.joined(separator: ", ") }
        return "any open"
    }

    private func target(of action: Action) -> String {
        switch action.to {
        case "$same": "same"
        case "$previous": "the one before"
        default: action.to
        }
    }
}
