import Redressal

/// A field's value as people read it.
struct ShownValue: Sendable {
    let text: String
    /// Whether it is there but shut.
    let isSealed: Bool

    init(
        _ value: FieldValue, of field: Field, in workflow: WorkflowDefinition, _ catalog: DefinitionCatalog,
        _ speech: Speech, _ clock: OfficeClock
    ) {
        var type = field.type
        if case .list(let item) = type { type = item }
        let texts = value.typed(nil).map { text in
            switch type {
            case .code: speech.code(text, of: field.name, in: workflow)
            case .boolean: speech(text == "true" ? "values.yes" : "values.no")
            case .instant: Instant(text).map { clock.text($0) } ?? text
            case .office: catalog.org.office(text)?.name ?? text
            default: text
            }
        }
        let shown =
            FieldName.ofAttachments.contains(field.name)
            ? speech("track.files", count: texts.count) : texts.joined(separator: ", ")
        if case .sealed = value { self.isSealed = true } else { self.isSealed = false }
        self.text = self.isSealed ? speech("values.sealed") : shown
    }
}
