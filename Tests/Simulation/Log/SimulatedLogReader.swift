import Redressal

/// A reader of the log on behalf of one process.
struct SimulatedLogReader: LogReader {
    private let reader: any LogReader
    private let topic: Topic
    private let process: SimulatedProcess

    init(_ reader: any LogReader, of topic: Topic, for process: SimulatedProcess) {
        self.reader = reader
        self.topic = topic
        self.process = process
    }

    func next(_ limit: Int, wait: Duration) async throws(LogError) -> LogBatch {
        let world = self.process.world
        try await self.process.step()
        let end = world.scheduler.time + wait
        while true {
            let mark = world.scheduler.news
            // Small batches, so that more can happen between them.
            let batch = try await self.reader.next(min(limit, 1 + world.pick(6)), wait: .zero)
            guard batch.positions.isEmpty, world.scheduler.time < end, !Task.isCancelled else {
                try await self.process.step()
                return self.sabotaged(batch)
            }
            await world.scheduler.sleep(until: end, unless: mark)
            try await self.process.step()
        }
    }

    func close() async { await self.reader.close() }

    private func sabotaged(_ batch: LogBatch) -> LogBatch {
        guard self.topic == .events, self.process.isWorker else { return batch }
        switch self.process.world.options.sabotage {
        case .skipRecord where batch.records.count > 1 && self.process.world.pick(8) == 0:
            return LogBatch(records: Array(batch.records.dropFirst()), positions: batch.positions)
        case .dropAcceptance:
            return LogBatch(records: batch.records.filter { $0.key != nil }, positions: batch.positions)
        default: return batch
        }
    }
}
