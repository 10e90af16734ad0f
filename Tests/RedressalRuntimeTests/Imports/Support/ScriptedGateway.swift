import Redressal

/// A gateway that accepts everything, except what it is told to refuse or to fail.
actor ScriptedGateway: CommandGateway {
    /// What was handed in, one entry a call.
    private(set) var calls: [[CommandDraft]] = []
    private var failures: [GatewayError]
    private let refuse: @Sendable (Command) -> Rejection?
    private let isInvalid: @Sendable (Command) -> Bool

    /// - Parameters:
    ///   - failures: What the first calls throw.
    ///   - refuse: Why a command is rejected; nil accepts it.
    ///   - isInvalid: Whether a command cannot be taken at all.
    init(
        failures: [GatewayError] = [], refuse: @escaping @Sendable (Command) -> Rejection? = { _ in nil },
        isInvalid: @escaping @Sendable (Command) -> Bool = { _ in false }
    ) {
        self.failures = failures
        self.refuse = refuse
        self.isInvalid = isInvalid
    }

    /// The commands of all calls that were answered, in order.
    var accepted: [Command] { self.calls.flatMap { $0 }.map(\.command) }

    func submit(_ drafts: [CommandDraft]) async throws(GatewayError) -> [Outcome] {
        if !self.failures.isEmpty { throw self.failures.removeFirst() }
        if drafts.contains(where: { self.isInvalid($0.command) }) {
            throw GatewayError(.invalid, "expected no NUL but found one")
        }
        self.calls.append(drafts)
        return drafts.map { draft in
            let refusal = self.refuse(draft.command)
            return Outcome(
                command: draft.command.id, case: draft.command.case, status: refusal == nil ? .accepted : .rejected,
                rejection: refusal, seq: 1, events: refusal == nil ? 1 : 0, request: "")
        }
    }
}
