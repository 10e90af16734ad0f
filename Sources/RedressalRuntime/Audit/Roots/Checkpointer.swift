import Logging
import Redressal

/// Signs the root of each partition every hour in which something came in (ADR 0028), one process at a time.
package final class Checkpointer: Sendable {
    /// How often to look, which is cheap.
    private static let rest = Duration.seconds(30)
    private static let hour: Int64 = 3_600_000

    private let log: any Log
    private let book: CheckpointBook
    private let signer: CheckpointSigner
    private let folder: RootFolder?
    private let clock: any WallClock
    private let worker: LoneWorker

    /// - Parameters:
    ///   - folder: Where roots are written too; nil for nowhere.
    ///   - join: Joins the group of those who sign, which shares one place.
    package init(
        log: any Log, book: CheckpointBook, signer: CheckpointSigner, folder: RootFolder?, clock: any WallClock,
        resting: any Clock<Duration> = ContinuousClock(), logger: Logger,
        join: @escaping @Sendable () async throws -> any Membership
    ) {
        self.log = log
        self.book = book
        self.signer = signer
        self.folder = folder
        self.clock = clock
        self.worker = LoneWorker(
            task: "signing roots of the log", resting: resting, rest: Self.rest, logger: logger, join: join)
    }

    /// Runs until the task is cancelled, then gives its place to another.
    package func run() async throws {
        try await self.worker.run {
            _ = try await self.step()
            return false
        }
    }

    /// Signs what came in, of the partitions whose turn it is.
    ///
    /// - Parameter now: Whether of all that something came into, whatever the hour.
    /// - Returns: The new roots.
    /// - Throws: `LogError`, `PostgresError`, ``RootFolderError``.
    package func step(now: Bool = false) async throws -> [SignedCheckpoint] {
        var signed: [SignedCheckpoint] = []
        for place in LogPlace.rooted(cases: self.log.partitionCount) {
            let mark = try await self.book.mark(of: place)
            let moment = self.clock.now()
            if let mark, !now, mark.made.milliseconds / Self.hour == moment.milliseconds / Self.hour { continue }
            if let root = try await self.sign(place, from: mark, at: moment) { signed.append(root) }
        }
        return signed
    }

    private func sign(
        _ place: LogPlace, from mark: CheckpointBook.Mark?, at moment: Instant
    ) async throws -> SignedCheckpoint? {
        var tree = mark?.tree ?? MerkleTree()
        var next = mark?.next ?? 0
        for try await record in LogScan(self.log, place.topic, partition: place.partition, from: next) {
            tree.append(record)
            next = record.offset + 1
        }
        guard tree.size > mark?.tree.size ?? 0 else { return nil }
        let signed = try self.signer.sign(tree, of: place, at: moment)
        // First where others look: what is kept here alone would never be written there.
        try await self.folder?.keep(signed, of: place)
        try await self.book.keep(signed, of: place, tree, next: next)
        return signed
    }
}
