/// Finds what a programme publishes for Open311 and its workflows cannot take.
struct Open311Checks {
    private let catalog: DefinitionCatalog

    init(_ catalog: DefinitionCatalog) { self.catalog = catalog }

    /// An error for everything that would make each request fail, or lose it from sight.
    func findings(for reading: ProgrammeReading) -> [Finding] {
        guard let jurisdiction = reading.programme?.open311 else { return [] }
        let mappings = jurisdiction.mappings.sorted { $0.key < $1.key }
        return mappings.flatMap { self.check($0.value, of: $0.key, reading) }
            + jurisdiction.services.flatMap { self.check($0, jurisdiction, reading) }
            + self.twins(jurisdiction.services, reading)
    }

    private func check(_ mapping: Open311Mapping, of name: String, _ reading: ProgrammeReading) -> [Finding] {
        let path = "open311.workflows.\(name)"
        guard let workflow = self.catalog.workflow(named: name) else {
            return [Self.unknown("workflow", name, self.catalog.workflowNames, path, reading)]
        }
        var findings: [Finding] = []
        let roles = workflow.parties.keys.map(\.rawValue).sorted()
        if !roles.contains(mapping.role) {
            findings.append(Self.unknown("party's role", mapping.role, roles, "\(path).role", reading))
        }
        let states = workflow.states.map(\.name.rawValue)
        for state in mapping.states.keys.sorted() where !states.contains(state) {
            findings.append(Self.unknown("state", state, states, "\(path).states.\(state)", reading))
        }
        for field in mapping.fields.keys.sorted() where workflow.field(FieldName(field)) == nil {
            findings.append(Self.unknown("field", field, workflow.fieldNames, "\(path).fields.\(field)", reading))
        }
        return findings
    }

    private func check(
        _ service: Open311Service, _ jurisdiction: Open311Jurisdiction, _ reading: ProgrammeReading
    ) -> [Finding] {
        guard let workflow = self.catalog.workflow(named: service.workflow) else { return [] }
        let path = "open311.services.\(service.code)"
        var findings: [Finding] = []
        for (name, text) in service.presets.sorted(by: { $0.key < $1.key }) {
            let place = "\(path).set.\(name)"
            guard let field = workflow.field(FieldName(name)) else {
                findings.append(Self.unknown("field", name, workflow.fieldNames, place, reading))
                continue
            }
            guard !field.isPersonal, field.type.value(typed: text) == .string(text),
                field.type.holds(.string(text), values: field.values)
            else {
                let wanted =
                    field.isPersonal ? "a field that is not sealed" : field.type.expectation(values: field.values)
                findings.append(Self.finding("expected \(wanted) in '\(name)' but found '\(text)'", place, reading))
                continue
            }
        }
        for attribute in service.attributes where workflow.field(FieldName(attribute.field)) == nil {
            let place = "\(path).attributes.\(attribute.code).field"
            findings.append(Self.unknown("field", attribute.field, workflow.fieldNames, place, reading))
        }
        return findings + self.gaps(service, jurisdiction, workflow, reading)
    }

    /// Fields without which no case opens, and that nothing fills in.
    private func gaps(
        _ service: Open311Service, _ jurisdiction: Open311Jurisdiction, _ workflow: WorkflowDefinition,
        _ reading: ProgrammeReading
    ) -> [Finding] {
        let filled = Set(service.presets.keys).union(service.attributes.map(\.field))
            .union(jurisdiction.mappings[service.workflow]?.fields.keys.map { $0 } ?? [])
        return workflow.fields.filter { $0.isRequired && !filled.contains($0.name.rawValue) }.map {
            Self.finding(
                "expected '\($0.name)', without which no \(workflow.name) opens, among what is filled in but it is missing",
                "open311.services.\(service.code)", reading)
        }
    }

    /// Services whose cases nobody could tell apart later.
    private func twins(_ services: [Open311Service], _ reading: ProgrammeReading) -> [Finding] {
        services.enumerated().compactMap { index, service in
            let twin = services[..<index].first { other in
                other.workflow == service.workflow && other.office == service.office
                    && service.marks.allSatisfy { (other.marks[$0.key] ?? $0.value) == $0.value }
            }
            return twin.map {
                Self.finding(
                    "expected services of one workflow and office to differ in what they 'set' but found no difference "
                        + "to '\($0.code)'", "open311.services.\(service.code)", reading)
            }
        }
    }

    private static func unknown(
        _ what: String, _ name: String, _ known: [String], _ path: String, _ reading: ProgrammeReading
    ) -> Finding {
        self.finding(
            "expected a \(what) that is there but found '\(name)'\(Suggestion.text(name, known))", path, reading)
    }

    private static func finding(_ message: String, _ path: String, _ reading: ProgrammeReading) -> Finding {
        let place = reading.map[path]
        return Finding(
            file: place.file, line: place.location.line, column: place.location.column, rule: "open311",
            message: message)
    }
}

extension WorkflowDefinition {
    fileprivate var fieldNames: [String] { self.fields.map(\.name.rawValue) }
}
