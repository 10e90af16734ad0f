import Redressal

/// Seals anew what goes along when a case goes on across the border of a lane, so that the key that it was sealed with before can be
/// destroyed (ADR 0023 D5).
package struct LaneCarrier: Sendable {
    private let views: any CaseViews
    private let vault: Vault

    /// - Parameter views: Where cases are read.
    package init(views: any CaseViews, vault: Vault) {
        self.views = views
        self.vault = vault
    }

    /// The draft with the personal fields that its action takes across, sealed for the case that it opens.
    ///
    /// What cannot be opened any more stays behind.
    ///
    /// - Throws: `ViewsUnavailable`, `VaultError`, `PostgresError`.
    func carry(_ draft: CommandDraft, _ catalog: DefinitionCatalog) async throws -> CommandDraft {
        let command = draft.command
        guard case .act(let request) = command.request, let state = try await self.views.find(command.case.text),
            let spawn = catalog.crossing(of: request, on: state)
        else { return draft }
        let personal = spawn.fields.filter { catalog.workflow(state.workflow)?.field($0.value)?.isPersonal == true }
        let clear = try await self.opened(personal, state.fields.merging(request.fields) { $1 }, of: state.id)
        let child = spawn.caseID(from: state)
        let subject = "case:\(child)"
        let keys = clear.isEmpty ? PersonKeys() : try await self.vault.prepare([subject])
        let carried = try Dictionary(
            uniqueKeysWithValues: clear.map { name, value in
                let sealed = try keys.seal(value, subject: subject, context: "\(child)/\(name)")
                return (name, FieldValue.sealed(sealed))
            })
        return CommandDraft(
            command.carrying(carried, at: state.seq), subject: draft.subject, sender: draft.sender)
    }

    /// The values that go along, by the new case's names.
    ///
    /// - Parameter names: The new case's fields, each with the field of this case whose value it takes.
    private func opened(
        _ names: [FieldName: FieldName], _ fields: [String: FieldValue], of id: CaseID
    ) async throws -> [String: FieldValue] {
        let sealed = names.compactMapValues { source -> SealedValue? in
            if case .sealed(let value)? = fields[source.rawValue] { value } else { nil }
        }
        let keys = try await self.vault.keys(of: Set(sealed.values.map(\.subject)))
        var clear: [String: FieldValue] = [:]
        for (name, source) in names {
            if let value = sealed[name] {
                clear[name.rawValue] = try? keys.open(value, context: "\(id)/\(source)")
            } else if let value = fields[source.rawValue] {
                clear[name.rawValue] = value
            }
        }
        return clear
    }
}
