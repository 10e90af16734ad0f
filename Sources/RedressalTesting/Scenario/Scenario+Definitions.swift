import Redressal

extension DefinitionCatalog {
    /// The definitions that some texts hold.
    ///
    /// - Parameters:
    ///   - workflows: YAML of workflows.
    ///   - defaults: YAML that the workflows share.
    ///   - calendars: YAML of calendars.
    /// - Throws: ``ScenarioFailure`` with the findings for a text that cannot be read.
    package init(
        workflows: [String], defaults: String? = nil, calendars: [String], programmes: [Programme]
    ) throws {
        self.init()
        for text in workflows { self.add(try Self.workflow(text, defaults: defaults)) }
        for text in calendars {
            let reading = CalendarReader.read(text, file: "calendar.yaml")
            guard let calendar = reading.calendar else {
                throw ScenarioFailure(reading.findings.map(\.description).joined(separator: "\n"))
            }
            self.add(calendar)
        }
        for programme in programmes { self.add(programme) }
    }

    private static func workflow(_ text: String, defaults: String?) throws -> WorkflowDefinition {
        let reading = WorkflowReader.read(
            text, file: "workflow.yaml", defaults: defaults.map { (text: $0, file: "defaults.yaml") })
        guard let workflow = reading.definition else {
            throw ScenarioFailure(reading.findings.map(\.description).joined(separator: "\n"))
        }
        return workflow
    }
}

extension FieldValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    package init(stringLiteral text: String) { self = .string(text) }

    package init(integerLiteral number: Int) { self = .integer(number) }

    package init(booleanLiteral flag: Bool) { self = .boolean(flag) }

    /// A personal value as the log carries it; the box is not really sealed.
    package static func boxed(_ text: String, for subject: String = "person-1") -> FieldValue {
        .sealed(SealedValue(subject: subject, box: text))
    }
}
