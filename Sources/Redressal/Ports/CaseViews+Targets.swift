extension CaseViews {
    /// An action's request in which the cases that it signals to are named by id, however they were named.
    ///
    /// - Parameters:
    ///   - command: What the request is sent as; once it is done, what has become of those cases since does not matter.
    ///   - id: The case that is acted on.
    ///   - isSeen: Whether whoever asks may see a case.
    /// - Throws: ``Rejection`` for a case that is not there or that is over; what ``find(_:)`` throws.
    package func naming(
        targetsOf request: TakeAction, sentAs command: CommandID, on id: CaseID, _ catalog: DefinitionCatalog,
        isSeen: (CaseState) -> Bool = { _ in true }
    ) async throws -> TakeAction {
        var fields = request.fields
        for name in catalog.signalFields(of: ActionName(request.action)) {
            guard let text = fields[name]?.text, !text.isEmpty else { continue }
            guard let target = try await self.find(text), isSeen(target) else {
                throw Rejection(
                    .unknownCase, "expected the id or the tracking number of a case in '\(name)' but no case has it",
                    field: name)
            }
            if target.closed != nil, try await !self.isDone(command, on: id) {
                throw Rejection(
                    .notInThisState, "expected an open case in '\(name)' but it is in \(target.state)", field: name)
            }
            fields[name] = .string(target.id.text)
        }
        return TakeAction(action: request.action, fields: fields)
    }
}

extension DefinitionCatalog {
    /// The fields that name the cases which an action signals to, in any workflow.
    fileprivate func signalFields(of action: ActionName) -> [String] {
        let actions = self.workflows.flatMap { $0.actions(named: action) }
        let names = actions.compactMap { action -> String? in
            if case .field(let name)? = action.effects.signal?.target { name.rawValue } else { nil }
        }
        return Set(names).sorted()
    }
}
