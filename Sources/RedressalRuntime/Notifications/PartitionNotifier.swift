import Logging
import Redressal

/// Follows one partition's events and writes into the outbox whom they are to be told to.
///
/// It waits until the read models have an event: whoever is told and looks then finds it there, and what is void tells nobody.
struct PartitionNotifier: Sendable {
    private static let batchSize = 1000
    /// How long to wait before the read models are asked again how far they are.
    private static let rest = Duration.milliseconds(50)

    let partition: Int
    let log: any Log
    let outbox: Outbox
    let catalog: @Sendable () -> DefinitionCatalog
    let pace: any Clock<Duration>
    let logger: Logger
    let metrics: NotificationMetrics

    /// Runs until the task is cancelled.
    func run() async {
        let pulse = self.metrics.begins("notifier of partition \(self.partition)")
        var backoff = Backoff(self.pace)
        while !Task.isCancelled {
            do {
                try await self.follow(pulse, &backoff)
            } catch {
                guard !Task.isCancelled else { break }
                pulse.pass()
                self.metrics.interrupted()
                self.logger.warning(
                    "notifying interrupted, going on from what is committed",
                    metadata: ["partition": "\(self.partition)", "reason": "\(error)"])
                await backoff.wait()
            }
        }
        self.metrics.ends(pulse)
    }

    private func follow(_ pulse: LoopPulse, _ backoff: inout Backoff) async throws {
        let end = try await self.log.end(of: .events, partition: self.partition)
        var claim = try await self.outbox.claim(self.partition, startingAt: end)
        let reader = try await self.log.reader(of: .events, from: [self.partition: claim.position])
        do {
            while !Task.isCancelled {
                pulse.pass()
                let batch = try await reader.next(Self.batchSize, wait: .seconds(5))
                guard let next = batch.positions[self.partition], next > claim.position else { continue }
                try await self.look(at: batch.records, before: next, claim, pulse)
                claim.position = next
                backoff.reset()
            }
        } catch {
            await reader.close()
            throw error
        }
        await reader.close()
    }

    private func look(
        at records: [LogRecord], before next: Int64, _ claim: OutboxClaim, _ pulse: LoopPulse
    ) async throws {
        let catalog = self.catalog()
        let events = records.compactMap { record -> (record: EventRecord, hash: EventHash)? in
            guard case .event(let event, let hash) = LoggedEvent(record),
                catalog.notifications.rules(of: event.workflow.name)?.concern(event.event) == true
            else { return nil }
            return (event, hash)
        }
        let folded = events.isEmpty ? [] : try await self.folded(events, before: next, pulse)
        let now = self.outbox.clock.now()
        let notices = folded.flatMap { self.notices(of: $0, catalog, at: now) }
        self.metrics.noticed(try await self.outbox.write(notices, claim, to: next))
    }

    /// Waits for the read models.
    private func folded(
        _ events: [(record: EventRecord, hash: EventHash)], before next: Int64, _ pulse: LoopPulse
    ) async throws -> [FoldedEvent] {
        while true {
            if let folded = try await self.outbox.folded(events, of: self.partition, before: next) { return folded }
            pulse.pass()
            try await self.pace.sleep(for: Self.rest)
        }
    }

    private func notices(of event: FoldedEvent, _ catalog: DefinitionCatalog, at now: Instant) -> [Notice] {
        let workflow = event.record.workflow
        guard let rules = catalog.notifications.rules(of: workflow.name) else { return [] }
        let parties = Set((catalog.workflow(workflow)?.parties ?? [:]).keys.map(\.rawValue))
        return rules.notices(
            of: event.record, hash: event.hash, state: event.state, parties: parties, org: catalog.org, now: now)
    }
}
