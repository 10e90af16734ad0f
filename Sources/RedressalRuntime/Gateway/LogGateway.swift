import Logging
import Redressal
import Synchronization

/// The gateway over a log: seals, appends, and waits for the engines' outcomes.
package final class LogGateway: CommandGateway, Sendable {
    let log: any Log
    let definitions: DefinitionStore
    let sealing: Sealing
    private let lag: LagProbe?
    private let metrics: GatewayMetrics
    let logger: Logger
    let workflows: any CaseWorkflows
    let carrier: LaneCarrier?
    private let patience: Duration
    let pace: any Clock<Duration>
    private let listener: OutcomeListener
    private let listening: Mutex<Task<Void, Never>?>
    /// The workflows of cases opened here lately, which the read models may not show yet.
    let opened = Mutex<[CaseID: String]>([:])

    /// - Parameters:
    ///   - workflows: Tells which workflow a case follows, to know which fields of an action are personal.
    ///   - carrier: Seals anew what goes across the border of a lane; nil lets nothing sealed go along.
    ///   - lag: How far the read models are behind; nil never pushes back.
    ///   - patience: How long to wait for outcomes.
    ///   - pace: What it waits by.
    ///   - telemetry: Whom to tell of the commands.
    package init(
        log: any Log, definitions: DefinitionStore, vault: any PersonKeyring, workflows: any CaseWorkflows,
        carrier: LaneCarrier? = nil, lag: LagProbe? = nil, patience: Duration = .seconds(30),
        pace: any Clock<Duration> = ContinuousClock(),
        logger: Logger, telemetry: Telemetry = .none
    ) {
        self.log = log
        self.definitions = definitions
        self.sealing = Sealing(vault: vault)
        self.workflows = workflows
        self.carrier = carrier
        self.lag = lag
        self.patience = patience
        self.pace = pace
        self.logger = logger
        self.metrics = GatewayMetrics(telemetry)
        self.listener = OutcomeListener(log: log, pace: pace, logger: logger, metrics: self.metrics)
        self.listening = Mutex(nil)
    }

    /// Begins to listen for outcomes; nothing can be handed in before.
    package func start() async throws(LogError) {
        let ends = try await self.listener.ends()
        self.listening.withLock { task in
            guard task == nil else { return }
            task = Task { [listener] in await listener.run(from: ends) }
        }
    }

    /// Stops listening.
    package func close() async {
        let task = self.listening.withLock { task in
            defer { task = nil }
            return task
        }
        task?.cancel()
        await task?.value
    }

    package func submit(_ drafts: [CommandDraft]) async throws(GatewayError) -> [Outcome] {
        guard !drafts.isEmpty else { return [] }
        let outcomes = try await self.metrics.measure(drafts.count) { () throws(GatewayError) in
            try await self.handIn(drafts)
        }
        self.tell(outcomes)
        return outcomes
    }

    private func handIn(_ drafts: [CommandDraft]) async throws(GatewayError) -> [Outcome] {
        if let behind = self.lag?.excess() {
            throw GatewayError(
                .busy, "expected read models at most \(behind.limit) events behind but they are \(behind.lag)",
                retryAfter: 2)
        }
        let catalog = self.definitions.catalog()
        let drafts = try await self.carrying(drafts, catalog)
        let commands = try await self.sealing.seal(
            drafts, catalog, workflowOf: try await self.workflowsOf(drafts, catalog))
        return try await self.send(commands)
    }

    /// Appends sealed commands and waits for their outcomes.
    private func send(_ commands: [Command]) async throws(GatewayError) -> [Outcome] {
        let records = try self.records(commands)
        let ids = commands.map(\.id)
        let (id, batch) = self.listener.register(commands)
        defer { self.listener.forget(id, ids) }
        let appending = self.appending(records)
        let timer = Task { [patience, pace] in
            guard (try? await pace.sleep(for: patience)) != nil else { return }
            appending.cancel()
            batch.giveUp()
        }
        defer { timer.cancel() }
        do throws(LogError) {
            try await Self.end(of: appending)
        } catch  where error.code == .tooLarge {
            throw GatewayError(.invalid, error.message)
        } catch  where error.code == .unknownOutcome {
            // It may have arrived: the outcome tells.
        } catch {
            throw GatewayError(.unavailable, "expected the log to answer but it does not: \(error.message)")
        }
        let outcomes = await batch.wait()
        let answers = ids.compactMap { outcomes[$0] }
        guard answers.count == ids.count else {
            self.tell(unanswered: ids.filter { outcomes[$0] == nil })
            throw GatewayError(
                .noAnswer,
                "expected an engine to answer \(ids.count) commands within \(self.patience.components.seconds) s but "
                    + "\(ids.count - answers.count) got no answer: is `redressal serve` or `redressal engine` running?")
        }
        return answers
    }

    /// Appends by itself, so that it can be given up without giving up the wait for an answer.
    private func appending(_ records: [NewRecord]) -> Task<LogError?, Never> {
        Task { [log] in
            do throws(LogError) {
                _ = try await log.append(records)
                return nil
            } catch {
                return error
            }
        }
    }

    private static func end(of appending: Task<LogError?, Never>) async throws(LogError) {
        let failure = await withTaskCancellationHandler {
            await appending.value
        } onCancel: {
            appending.cancel()
        }
        if let failure { throw failure }
    }

    private func records(_ commands: [Command]) throws(GatewayError) -> [NewRecord] {
        do {
            return try commands.map { try CommandRecord.make($0, among: self.log.partitionCount) }
        } catch {
            throw GatewayError(
                .invalid, "expected numbers that JSON can hold but found one that is infinite or not one")
        }
    }
}
