import Redressal

/// Seals the personal fields of drafts, so that nothing personal enters the log in clear.
struct Sealing: Sendable {
    /// The longest text taken, in bytes; longer ones belong in attachments.
    static let longestText = 64 * 1024

    let vault: any PersonKeyring

    /// The commands of drafts, sealed; keys for new persons are made in one go.
    ///
    /// - Throws: ``GatewayError`` `.invalid` for text that cannot be kept, `.unavailable` when the vault cannot be reached.
    func seal(
        _ drafts: [CommandDraft], _ catalog: DefinitionCatalog, workflowOf: [CaseID: String]
    ) async throws(GatewayError) -> [Command] {
        for draft in drafts { try self.check(draft.command) }
        for draft in drafts { try self.checkPersonal(draft.command, catalog, workflowOf) }
        let fields = drafts.map { self.personalFields(of: $0, catalog, workflowOf) }
        do {
            let keys = try await self.vault.prepare(Set(fields.flatMap { $0.values }))
            return try zip(drafts, fields).map { draft, subjects in
                try draft.command.sealing(subjects) { value, subject, field in
                    try keys.seal(value, subject: subject, context: "\(draft.command.case)/\(field)")
                }
            }
        } catch let error as VaultError {
            throw GatewayError(.invalid, error.description)
        } catch {
            throw GatewayError(.unavailable, "expected the key store to answer but it does not: \(error)")
        }
    }

    /// The fields that a draft brings in clear and that must not stay so, each with the person whose key seals it.
    ///
    /// Only what a workflow declares not to be personal stays in clear. A field that it does not know may hold anything,
    /// and the engine refuses it sealed or not; of a case that nobody knows yet, all workflows have a say.
    private func personalFields(
        of draft: CommandDraft, _ catalog: DefinitionCatalog, _ workflowOf: [CaseID: String]
    ) -> [String: String] {
        let command = draft.command
        let known = (command.workflowName ?? workflowOf[command.case]).flatMap { catalog.workflow(named: $0) }
        let workflows = known.map { [$0] } ?? catalog.workflows
        let person = draft.subject ?? "case:\(command.case)"
        var subjects: [String: String] = [:]
        for (name, value) in command.fields where !value.isSealed && !value.isEmpty {
            let fields = workflows.compactMap { $0.field(FieldName(name)) }
            guard fields.isEmpty || fields.contains(where: \.isPersonal) else { continue }
            let subject = fields.lazy.compactMap(\.subject).first.flatMap { command.fields[$0.rawValue]?.text }
            subjects[name] = subject ?? person
        }
        return subjects
    }

    /// Whether only a case's own workflow can tell which of a draft's fields are personal: others disagree.
    func needsWorkflow(_ draft: CommandDraft, _ catalog: DefinitionCatalog) -> Bool {
        guard draft.command.workflowName == nil else { return false }
        return draft.command.fields.contains { name, value in
            let opinions = catalog.workflows.compactMap { $0.field(FieldName(name))?.isPersonal }
            return !value.isSealed && !value.isEmpty && Set(opinions).count > 1
        }
    }

    /// Checks personal fields against their workflow while they can still be read: the engine sees them sealed.
    ///
    /// - Throws: ``GatewayError`` `.invalid` for one of the wrong type or longer than its field, naming the field.
    private func checkPersonal(
        _ command: Command, _ catalog: DefinitionCatalog, _ workflowOf: [CaseID: String]
    ) throws(GatewayError) {
        guard let workflow = (command.workflowName ?? workflowOf[command.case]).flatMap({ catalog.workflow(named: $0) })
        else { return }
        for (name, value) in command.fields.sorted(by: { $0.key < $1.key }) where !value.isSealed && !value.isEmpty {
            guard let field = workflow.field(FieldName(name)), field.isPersonal else { continue }
            guard field.type.holds(value, values: field.values) else {
                throw GatewayError(
                    .invalid,
                    "expected \(field.type.expectation(values: field.values)) in '\(name)' but found \(value.kindOfValue)"
                )
            }
            if let text = value.text, let longest = field.maxLength, text.count > longest {
                throw GatewayError(
                    .invalid, "expected at most \(longest) characters in '\(name)' but found \(text.count)")
            }
        }
    }

    /// - Throws: ``GatewayError`` `.invalid` for NUL characters and texts that are too long, naming the field.
    private func check(_ command: Command) throws(GatewayError) {
        try Self.check(command.id.text, longest: CommandID.longest, "the command's id")
        try Self.check(command.case.text, longest: CaseID.longest, "the case's id")
        for (name, value) in command.fields.sorted(by: { $0.key < $1.key }) {
            for text in value.texts {
                try Self.check(text, longest: Self.longestText, "'\(name)'")
            }
        }
    }

    private static func check(_ text: String, longest: Int, _ place: String) throws(GatewayError) {
        if text.utf8.contains(0) {
            throw GatewayError(.invalid, "expected text without NUL characters in \(place) but found one")
        }
        if text.utf8.count > longest {
            throw GatewayError(
                .invalid, "expected at most \(longest) bytes of text in \(place) but found \(text.utf8.count)")
        }
    }
}

extension FieldValue {
    /// The texts in it, one or many.
    var texts: [String] {
        switch self {
        case .string(let text): [text]
        case .list(let values): values.flatMap(\.texts)
        case .integer, .decimal, .boolean, .sealed: []
        }
    }
}
