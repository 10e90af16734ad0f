import Redressal

extension Speech {
    /// What a state is called: in the reader's language, or by the workflow's own title, or by its name.
    func state(_ name: String, of workflow: WorkflowDefinition?) -> String {
        self.name(name, "states", workflow?.name, title: workflow?.state(StateName(name))?.title)
    }

    func action(_ action: Action, of workflow: WorkflowDefinition) -> String {
        self.name(action.name.rawValue, "actions", workflow.name, title: action.title)
    }

    func field(_ name: FieldName, of workflow: WorkflowDefinition?) -> String {
        let own = self.isToParties ? self.known("\(workflow?.name ?? "").yours_fields.\(name)") : nil
        return own ?? self.name(name.rawValue, "fields", workflow?.name, title: workflow?.field(name)?.title)
    }

    func workflow(_ workflow: WorkflowDefinition) -> String {
        self.known("\(workflow.name).name") ?? workflow.title ?? Self.words(workflow.name)
    }

    /// What a code is called, such as a language or an outcome.
    func code(_ code: String, of field: FieldName, in workflow: WorkflowDefinition?) -> String {
        self.known("\(workflow?.name ?? "").values.\(field).\(code)") ?? self.known("values.\(field).\(code)")
            ?? Self.words(code)
    }

    func role(_ name: String) -> String { self.known("roles.\(name)") ?? Self.words(name) }

    private func name(_ name: String, _ kind: String, _ workflow: String?, title: String?) -> String {
        self.known("\(workflow ?? "").\(kind).\(name)") ?? title ?? Self.words(name)
    }

    /// A name of a definition in words: `in_progress` is "In progress".
    private static func words(_ name: String) -> String {
        let words = name.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// What an event is called: as the action that it comes from, or what the engine does.
    func event(_ name: String, of workflow: WorkflowDefinition?) -> String {
        if let workflow, let action = workflow.actions.first(where: { $0.emit == name }) {
            return self.action(action, of: workflow)
        }
        return self.known("events.\(name)") ?? name
    }

    /// Rules, or a calendar, with their version.
    func version(_ version: Int, of name: String) -> String {
        self("console.version", ["name": name, "version": String(version)])
    }
}
