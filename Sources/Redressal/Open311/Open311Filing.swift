/// A request to a service, and the case that it becomes.
package struct Open311Filing {
    private let service: Open311Service
    private let mapping: Open311Mapping
    private let workflow: WorkflowDefinition
    private let sent: (String) -> [String]

    /// - Parameter sent: Gives the values that were sent of a parameter, in order; an attribute's is `attribute[CODE]`.
    /// - Throws: ``Open311Refusal`` for a service whose workflow is not published.
    package init(
        to service: Open311Service, of jurisdiction: Open311Jurisdiction, _ catalog: DefinitionCatalog,
        sent: @escaping (String) -> [String]
    ) throws(Open311Refusal) {
        guard let mapping = jurisdiction.mappings[service.workflow],
            let workflow = catalog.workflow(named: service.workflow)
        else { throw Open311Refusal(.notFound, "expected a service that is open now but '\(service.code)' is not") }
        self.service = service
        self.mapping = mapping
        self.workflow = workflow
        self.sent = sent
    }

    /// The request for a case, with personal fields in clear.
    ///
    /// - Parameter party: The opaque id of whoever asks.
    /// - Throws: ``Open311Refusal`` `.invalid` for what is missing, too long or of the wrong type.
    package func opening(for party: String) throws(Open311Refusal) -> OpenCase {
        try self.checkPlace()
        var fields: [String: FieldValue] = [:]
        for (name, text) in self.service.presets { fields[name] = try self.value([text], for: name, "'\(name)'") }
        for (name, parameters) in self.mapping.fields.sorted(by: { $0.key < $1.key }) {
            var texts: [String] = []
            for parameter in parameters { texts += try self.text(parameter).map { [$0] } ?? [] }
            guard !texts.isEmpty else { continue }
            let place = "'\(parameters.map(\.rawValue).joined(separator: "', '"))'"
            fields[name] = try self.value(texts, for: name, place)
        }
        for attribute in self.service.attributes {
            guard let texts = try self.answer(to: attribute) else { continue }
            fields[attribute.field] = try self.value(texts, for: attribute.field, "'attribute[\(attribute.code)]'")
        }
        if let field = self.workflow.parties[Role(self.mapping.role)] { fields[field.rawValue] = .string(party) }
        try self.checkRequired(fields)
        return OpenCase(workflow: self.service.workflow, office: self.service.office, fields: fields)
    }

    /// The standard asks for one of three; half a pair of coordinates is a mistake in any case.
    private func checkPlace() throws(Open311Refusal) {
        let (lat, long) = (try self.degrees(.lat, 90), try self.degrees(.long, 180))
        guard (lat == nil) == (long == nil) else {
            throw Open311Refusal(.invalid, "expected 'lat' and 'long' together but found one without the other")
        }
        let (address, addressID) = (try self.text(.addressString), try self.text(.addressID))
        guard !self.service.needsPlace || lat != nil || address != nil || addressID != nil else {
            throw Open311Refusal(
                .invalid, "expected 'lat' and 'long', 'address_string' or 'address_id' but found none of them")
        }
    }

    private func degrees(_ parameter: Open311Parameter, _ most: Double) throws(Open311Refusal) -> Double? {
        guard let text = try self.text(parameter) else { return nil }
        guard let degrees = Double(text), abs(degrees) <= most else {
            throw Open311Refusal(
                .invalid,
                "expected degrees (WGS 84) from -\(Int(most)) to \(Int(most)) in '\(parameter.rawValue)' but found \(text.quoted)"
            )
        }
        return degrees
    }

    /// A parameter's value; nil for none or blanks.
    private func text(_ parameter: Open311Parameter) throws(Open311Refusal) -> String? {
        guard let text = self.sent(parameter.rawValue).first, !text.allSatisfy(\.isWhitespace) else { return nil }
        guard text.count <= parameter.longest else {
            throw Open311Refusal(
                .invalid,
                "expected at most \(parameter.longest) characters in '\(parameter.rawValue)' but found \(text.count)")
        }
        return text
    }

    /// The texts as the case's field takes them; several make one, or a list.
    private func value(_ texts: [String], for name: String, _ place: String) throws(Open311Refusal) -> FieldValue {
        guard let field = self.workflow.field(FieldName(name)) else {
            throw Open311Refusal(.notFound, "expected a service that is open now but '\(self.service.code)' is not")
        }
        let value: FieldValue?
        if case .list(let item) = field.type {
            let values = texts.compactMap { item.value(typed: $0) }
            value = values.count == texts.count ? .list(values) : nil
        } else {
            value = field.type.value(typed: texts.joined(separator: field.type.isFreeText ? "\n" : " "))
        }
        guard let value, field.type.holds(value, values: field.values) else {
            throw Open311Refusal(
                .invalid, "expected \(field.type.expectation(values: field.values)) in \(place) but found another value"
            )
        }
        if let text = value.text, let longest = field.maxLength, text.count > longest {
            throw Open311Refusal(.invalid, "expected at most \(longest) characters in \(place) but found \(text.count)")
        }
        return value
    }
}

extension Open311Filing {
    /// The answer to a service's own question; nil for none.
    private func answer(to attribute: Open311Attribute) throws(Open311Refusal) -> [String]? {
        let name = "attribute[\(attribute.code)]"
        let found = (self.sent(name) + self.sent("\(name)[]")).filter { !$0.allSatisfy(\.isWhitespace) }
        guard !found.isEmpty else {
            guard !attribute.isRequired else {
                throw Open311Refusal(.invalid, "expected '\(name)' but it is missing")
            }
            return nil
        }
        let answers = attribute.datatype == .multiValueList ? found : Array(found.prefix(1))
        let keys = attribute.choices.map(\.key)
        if attribute.datatype.isList, let wrong = answers.first(where: { !keys.contains($0) }) {
            throw Open311Refusal(
                .invalid, "expected one of \(keys.joined(separator: ", ")) in '\(name)' but found \(wrong.quoted)")
        }
        return answers
    }

    /// Names the parameter, which the sender knows, and not the case's field.
    private func checkRequired(_ fields: [String: FieldValue]) throws(Open311Refusal) {
        for field in self.workflow.fields where field.isRequired {
            let name = field.name.rawValue
            guard fields[name]?.isEmpty != false else { continue }
            let parameters =
                self.mapping.fields[name]?.map(\.rawValue)
                ?? self.service.attributes.filter { $0.field == name }.map { "attribute[\($0.code)]" }
            let wanted = parameters.isEmpty ? name : parameters.joined(separator: "' or '")
            throw Open311Refusal(.invalid, "expected '\(wanted)' but it is missing")
        }
    }
}
