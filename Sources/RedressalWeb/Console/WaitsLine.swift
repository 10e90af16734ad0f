import Redressal

/// Whose word a case waits for, in one line.
struct WaitsLine: Sendable {
    /// Nil for a case that waits for nobody in particular.
    let text: String?
    /// Whether it is the reader's turn.
    let isYours: Bool

    /// - Parameter reader: The account of whoever reads the page.
    init(_ state: CaseState, for reader: String, _ catalog: DefinitionCatalog, _ speech: Speech, at now: Instant) {
        let awaited = catalog.awaited(on: state, at: now)
        self.isYours = awaited.contains { $0.user == reader }
        guard !awaited.isEmpty else {
            self.text = nil
            return
        }
        let able = awaited.filter { $0.user != nil || catalog.partyRoles.contains($0.role) }
        let who =
            able.isEmpty
            ? [speech("case.waits_nobody", ["role": Self.roles(of: awaited, speech)])]
            : able.map { Self.name(of: $0, for: reader, catalog, speech) }
        self.text = speech(
            "case.waits_for",
            [
                "what": speech.known("\(state.workflow.name).waits.\(state.state)") ?? speech("case.waits_step"),
                "who": who.joined(separator: speech("case.or")),
            ])
    }

    private static func roles(of awaited: [Awaited], _ speech: Speech) -> String {
        awaited.map { speech.role($0.role) }.joined(separator: speech("case.or"))
    }

    private static func name(
        of awaited: Awaited, for reader: String, _ catalog: DefinitionCatalog, _ speech: Speech
    ) -> String {
        let role = speech.role(awaited.role)
        guard let user = awaited.user else { return role }
        guard let office = awaited.office else { return speech("case.waits_account", ["role": role, "account": user]) }
        return speech(
            user == reader ? "case.waits_you" : "case.waits_seat",
            ["role": role, "account": user, "office": catalog.org.office(office)?.name ?? office])
    }
}
