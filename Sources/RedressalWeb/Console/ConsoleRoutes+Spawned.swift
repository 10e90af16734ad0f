import Hummingbird
import Redressal

extension ConsoleRoutes {
    /// What an action opens for somebody else; nil for other actions.
    func spawned(by action: String, on state: CaseState) -> SpawnedCase? {
        let catalog = self.desk.catalog()
        guard let workflow = catalog.workflow(state.workflow),
            let action = workflow.actions(named: ActionName(action), from: StateName(state.state)).first
        else { return nil }
        return SpawnedCase(action, of: workflow, catalog)
    }

    /// The receipt of the case that an action has just opened, and the same form for the next one.
    ///
    /// As at the counter the receipt is shown to who has just written the case down, and again when the form is sent again.
    func next(
        _ action: String, after command: CommandID, on state: CaseState, _ request: Request, _ visitor: Visitor,
        _ speech: Speech, fields: [String: FieldValue] = [:]
    ) async throws -> Response {
        var page = try await self.page(of: state, for: visitor, speech)
        if let opened = page.opened(by: command), let visits {
            page.receipt = (TrackingReference.make(for: opened), visits.pin(of: opened))
        }
        let workflow = self.desk.catalog().workflow(state.workflow)
        if let workflow, var form = page.forms.first(where: { $0.name == action }) {
            form.isNext = true
            form.fields.fill(SpawnedCase.common(fields, in: workflow))
            page.show(form)
        }
        let done = workflow?.actions(named: ActionName(action)).first
        return try self.answer(page, to: request, visitor, speech, done: done)
    }
}
