import Redressal

/// What whoever's turn it is reads of a case without opening it.
struct ShownFields: Sendable {
    /// A title and a text each.
    let values: [[String: any Sendable]]

    init(
        _ fields: [String: FieldValue], at step: CaseStep, _ catalog: DefinitionCatalog, _ speech: Speech,
        at now: Instant
    ) {
        guard let workflow = catalog.workflow(named: step.workflow) else {
            self.values = []
            return
        }
        let clock = OfficeClock(step.office, catalog, speech, at: now)
        self.values = catalog.shown(fields, at: step).map { field, value in
            [
                "title": speech.field(field.name, of: workflow),
                "text": ShownValue(value, of: field, in: workflow, catalog, speech, clock).text,
            ]
        }
    }
}
