import Redressal
import Synchronization

/// Appends that come while others are being written, written together: a transaction, the lock on its partitions and the announcement
/// are dear, a record more is not.
///
/// One that comes alone is written at once. Each is still written as a whole or not at all.
final class GatheredAppends: Sendable {
    /// Writes records in one transaction.
    typealias Write = @Sendable ([NewRecord]) async throws(LogError) -> [Int64]

    /// How many transactions are under way at a time, and from how many records on one is full.
    private static let (mostWriting, enough) = (2, 500)

    private struct Waiting {
        let records: [NewRecord]
        let answer: CheckedContinuation<Result<[Int64], LogError>, Never>
    }

    private struct State {
        var waiting: [Waiting] = []
        var writing = 0
    }

    private let write: Write
    private let state = Mutex(State())

    /// How many appends nobody writes yet.
    var waitingCount: Int { self.state.withLock { $0.waiting.count } }

    init(_ write: @escaping Write) { self.write = write }

    /// Appends, carried to its end whatever becomes of the task, so that its outcome is known.
    ///
    /// - Returns: The offsets, in the order of the records.
    func append(_ records: [NewRecord]) async throws(LogError) -> [Int64] {
        let result = await withCheckedContinuation { answer in
            let isFirst = self.state.withLock { state in
                state.waiting.append(Waiting(records: records, answer: answer))
                guard state.writing < Self.mostWriting else { return false }
                state.writing += 1
                return true
            }
            if isFirst { Task { await self.run() } }
        }
        return try result.get()
    }

    /// Writes what waits until nothing does.
    private func run() async {
        while let group = self.take() { await self.write(group) }
    }

    private func take() -> [Waiting]? {
        self.state.withLock { state in
            var (count, records) = (0, 0)
            while count < state.waiting.count, records < Self.enough {
                records += state.waiting[count].records.count
                count += 1
            }
            guard count > 0 else {
                state.writing -= 1
                return nil
            }
            defer { state.waiting.removeFirst(count) }
            return Array(state.waiting[..<count])
        }
    }

    private func write(_ group: [Waiting]) async {
        do throws(LogError) {
            var offsets = try await self.write(group.flatMap(\.records))[...]
            for waiting in group {
                waiting.answer.resume(returning: .success(Array(offsets.prefix(waiting.records.count))))
                offsets = offsets.dropFirst(waiting.records.count)
            }
        } catch  where group.count > 1 && error.code != .unavailable && error.code != .unknownOutcome {
            // Nothing was written; one of them may be the reason, and the others are not to suffer for it.
            for waiting in group { await self.write([waiting]) }
        } catch {
            for waiting in group { waiting.answer.resume(returning: .failure(error)) }
        }
    }
}
