import Logging
import Redressal

/// Hands over what is due in the outbox: judges each notice by its case as it stands, puts the text together, and tries again
/// what failed.
///
/// At least once is what it promises: after a crash a message may come again, under the same id.
struct NotificationSender: Sendable {
    /// The most messages taken in one round, and handed over side by side: with a gateway that says nothing for its whole
    /// patience they are through before ``Outbox/lease`` is over.
    static let roundSize = 32
    private static let sideBySide = 8
    private static let rest = Duration.milliseconds(500)
    /// Every how many rounds what waits is counted.
    private static let roundsBetween = 10

    let outbox: Outbox
    let channel: any MessageChannel
    let vault: Vault
    let catalog: @Sendable () -> DefinitionCatalog
    var retries = RetrySchedule()
    /// From 0 to below 1, for each failure anew.
    var jitter: @Sendable () -> Double = { Double.random(in: 0..<1) }
    /// The page that messages name.
    let link: String?
    let pace: any Clock<Duration>
    let logger: Logger
    let metrics: NotificationMetrics

    /// Runs rounds until the task is cancelled.
    func run() async {
        let pulse = self.metrics.begins("sender of notifications")
        var backoff = Backoff(self.pace)
        var rounds = 0
        while !Task.isCancelled {
            pulse.pass()
            do {
                // Carried to its end whatever becomes of this task: what was handed over has to be noted.
                let taken = try await Task { try await self.round(pulse) }.value
                if rounds % Self.roundsBetween == 0 { self.metrics.waiting(try await self.outbox.waiting()) }
                rounds += 1
                if taken < Self.roundSize { try await self.pace.sleep(for: Self.rest) }
                backoff.reset()
            } catch is CancellationError {
                break
            } catch {
                self.logger.warning("notifications cannot be sent", metadata: ["reason": "\(error)"])
                await backoff.wait()
            }
        }
        self.metrics.ends(pulse)
    }

    /// Sends what is due.
    ///
    /// - Parameter pulse: The loop's sign of life, given after every message.
    /// - Returns: How many messages were taken; fewer than ``roundSize`` means that no more are due.
    func round(_ pulse: LoopPulse? = nil) async throws -> Int {
        let bundles = try await self.outbox.claimDue(limit: Self.roundSize)
        guard !bundles.isEmpty else { return 0 }
        let states = try await self.outbox.states(of: Set(bundles.flatMap(\.items).map(\.case)))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, bundle) in bundles.enumerated() {
                if index >= Self.sideBySide { _ = try await group.next() }
                group.addTask {
                    try await self.handle(bundle, states)
                    pulse?.pass()
                }
            }
            try await group.waitForAll()
        }
        return bundles.count
    }

    private func handle(_ bundle: OutboxBundle, _ states: [CaseID: CaseState]) async throws {
        let catalog = self.catalog()
        let now = self.outbox.clock.now()
        let judged = JudgedBundle(bundle, states, Dispatch(catalog, at: now))
        for (reason, ids) in judged.suppressed { try await self.suppress(ids, reason) }
        if let instant = judged.postponed {
            return try await self.outbox.note(
                .postponed(instant, isRepeated: bundle.isRepeated), of: judged.remaining.map(\.id))
        }
        guard let address = judged.address, let language = judged.language else { return }
        let ids = judged.remaining.map(\.id)
        guard let addressee = try await self.addressee(address, of: judged.remaining[0].case) else {
            return try await self.suppress(ids, .noAddress)
        }
        let references = judged.remaining.compactMap { states[$0.case]?.reference }
        guard let texts = catalog.notifications.texts(in: language),
            let text = texts.message(judged.remaining[0].template, about: references, link: self.link)
        else { return try await self.suppress(ids, .unknown) }
        let message = OutgoingMessage(
            id: bundle.delivery, medium: bundle.medium, to: addressee, language: texts.language, text: text)
        try await self.deliver(message, judged.remaining)
    }

    private func deliver(_ message: OutgoingMessage, _ items: [OutboxBundle.Item]) async throws {
        let ids = items.map(\.id)
        do throws(MessageChannelError) {
            try await self.channel.deliver(message)
        } catch {
            let attempts = items.map(\.attempts).max() ?? 1
            let now = self.outbox.clock.now()
            let wait = error.isRefusal ? nil : self.retries.wait(after: attempts, jitter: self.jitter())
            self.metrics.failed(isDead: wait == nil)
            self.logger.warning(
                "message not taken",
                metadata: ["message": "\(message.id)", "code": "\(error.code)", "attempts": "\(attempts)"])
            return try await self.outbox.note(
                .failed(code: error.code, again: wait.map { now.advanced(byMilliseconds: $0) }), of: ids)
        }
        try await self.outbox.note(.sent, of: ids)
        self.metrics.sent(due: items.map(\.due).min(), at: self.outbox.clock.now())
    }

    /// The address in clear; nil when its person was erased or it is no address.
    private func addressee(
        _ address: Dispatch.Address, of id: CaseID
    ) async throws -> OutgoingMessage.Addressee? {
        switch address {
        case .account(let name): return OutgoingMessage.Addressee(account: name)
        case .sealed(let value, let field):
            do {
                let text = try await self.vault.open(value, context: "\(id)/\(field)").text ?? ""
                return text.allSatisfy(\.isWhitespace) ? nil : OutgoingMessage.Addressee(address: text)
            } catch is VaultError {
                return nil
            }
        }
    }

    private func suppress(_ ids: [String], _ reason: SuppressionReason) async throws {
        try await self.outbox.note(.suppressed(reason), of: ids)
        self.metrics.suppressed(ids.count, reason)
    }
}
