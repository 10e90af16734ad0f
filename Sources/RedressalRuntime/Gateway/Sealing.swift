import Redressal

/// Seals the personal fields of drafts, so that nothing personal enters the log in clear.
struct Sealing: Sendable {
    /// The longest text taken, in bytes; longer ones belong in attachments.
    static let longestText = 64 * 1024

    let vault: Vault

    /// The commands of drafts, sealed; keys for new persons are made in one go.
    ///
    /// - Throws: ``GatewayError`` `.invalid` for text that cannot be kept, `.unavailable` when the vault cannot be reached.
    func seal(_ drafts: [CommandDraft], _ catalog: DefinitionCatalog, workflowOf: [CaseID: String]) async throws(GatewayError) -> [Command] {
        for draft in drafts { try self.check(draft.command) }
        let fields = drafts.map { self.personalFields(of: $0, catalog, workflowOf) }
        do {
            try await self.vault.prepare(Set(fields.flatMap { $0.values }))
            return try zip(drafts, fields).map { draft, subjects in
                try draft.command.sealing(subjects) { value, subject, field in
                    try self.vault.seal(value, subject: subject, context: "\(draft.command.case)/\(field)")
                }
            }
        } catch let error as VaultError {
            throw GatewayError(.invalid, error.description)
        } catch {
            throw GatewayError(.unavailable, "expected the key store to answer but it does not: \(error)")
        }
    }

    /// The personal fields that a draft brings in clear, each with the person whose key seals it.
    private func personalFields(
        of draft: CommandDraft, _ catalog: DefinitionCatalog, _ workflowOf: [CaseID: String]
    ) -> [String: String] {
        let command = draft.command
        guard let workflow = (command.workflowName ?? workflowOf[command.case]).flatMap({ catalog.workflow(named: $0) })
        else { return [:] }
        let person = draft.subject ?? "case:\(command.case)"
        var subjects: [String: String] = [:]
        for (name, value) in command.fields where !value.isSealed {
            guard let field = workflow.field(FieldName(name)), field.isPersonal, !value.isEmpty else { continue }
            subjects[name] = field.subject.flatMap { command.fields[$0.rawValue]?.text } ?? person
        }
        return subjects
    }

    /// - Throws: ``GatewayError`` `.invalid` for NUL characters and texts that are too long, naming the field.
    private func check(_ command: Command) throws(GatewayError) {
        for (name, value) in command.fields.sorted(by: { $0.key < $1.key }) {
            for text in value.texts {
                if text.utf8.contains(0) {
                    throw GatewayError(.invalid, "expected text without NUL characters in '\(name)' but found one")
                }
                if text.utf8.count > Self.longestText {
                    throw GatewayError(
                        .invalid,
                        "expected at most \(Self.longestText) bytes of text in '\(name)' but found \(text.utf8.count)")
                }
            }
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
