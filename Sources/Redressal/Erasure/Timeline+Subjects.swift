extension [TimelineEntry] {
    /// Whose keys sealed anything that the events brought, also what was written over since; in their order, each once.
    package var sealingSubjects: [String] {
        let fields = self.flatMap { entry -> [FieldValue] in
            switch entry.record.event {
            case .caseOpened(let facts): [FieldValue](facts.fields.values)
            case .actionTaken(let facts): [FieldValue](facts.fields.values)
            default: []
            }
        }
        return Set(fields.flatMap(\.subjects)).sorted()
    }
}

extension DefinitionCatalog {
    /// The fields that name whose key seals others, in any workflow in force.
    package var subjectFields: [String] {
        Set(self.workflows.flatMap(\.fields).compactMap { $0.subject?.rawValue }).sorted()
    }
}
