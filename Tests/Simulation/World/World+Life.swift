import Redressal
import Synchronization

@testable import RedressalRuntime

extension World {
    /// How long the world may take to come to rest when the storm is over.
    private static let rest = Duration.seconds(600)

    /// Lives through the storm and after it.
    ///
    /// - Returns: What did not come to rest in time; nil when all did.
    func live() async -> String? {
        for _ in 0..<2 { for kind in SimulatedProcess.Kind.allCases { self.start(kind) } }
        let clients = (0..<self.options.clients).map { SimulatedClient(number: $0, world: self) }
        let failure = await withTaskGroup(of: Void.self) { group in
            for client in clients { group.addTask { await client.run() } }
            group.addTask {
                await self.storm()
                self.calm()
            }
            await group.waitForAll()
            return await self.settle {
                let missing = self.isShorthanded ? "a dead process has not been replaced" : nil
                return await self.unfolded() ?? self.undecided() ?? self.unfired() ?? missing
            }
        }
        self.end()
        // An engine may have been about to announce itself: workers hear of that too.
        for process in self.processes where !process.isWorker { await process.stop() }
        let rest = await self.settle { await self.unfolded() }
        for process in self.processes { await process.stop() }
        return failure ?? rest
    }

    /// Waits until nothing is to be done.
    ///
    /// - Parameter todo: What is still to be done; nil when nothing is.
    private func settle(_ todo: () async -> String?) async -> String? {
        let end = self.scheduler.time + Self.rest
        while true {
            let open = await todo()
            guard let open else { return nil }
            guard self.scheduler.time < end else { return open }
            await self.scheduler.sleep(until: self.scheduler.time + .milliseconds(200))
        }
    }

    /// A partition whose events are not all in the read models.
    private func unfolded() async -> String? {
        for partition in 0..<Self.partitions {
            let events = (try? await MemoryLog(self.log).end(of: .events, partition: partition)) ?? 0
            let folded = self.tables.withLock { $0.positions[partition]?.next ?? 0 }
            guard folded == events else { return "partition \(partition) is folded to \(folded) of \(events)" }
        }
        return nil
    }

    /// A command that nobody has decided yet.
    private func undecided() -> String? {
        for partition in 0..<Self.partitions {
            let record = self.log.state.withLock { state in
                let place = LogPlace(topic: .commands, partition: partition)
                return state.records(at: place, from: state.positions[partition] ?? 0, limit: 1).first
            }
            if let record { return "record \(record.offset) of partition \(partition)'s commands is not decided" }
        }
        return nil
    }

    /// A timer that is due and has not fired.
    private func unfired() -> String? {
        let now = self.clock.now()
        let due = self.tables.withLock { tables in
            tables.timers.filter { !$0.value.row.historical && $0.value.row.due_at < now }.map(\.key).min {
                ($0.case, $0.timer) < ($1.case, $1.timer)
            }
        }
        return due.map { "timer \($0.timer) of case \($0.case) is due and has not fired" }
    }
}
