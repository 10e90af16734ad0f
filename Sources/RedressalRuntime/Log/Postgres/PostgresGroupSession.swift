import Logging
import Postgres
import Redressal
import Synchronization

/// One session in a group, from joining until it breaks or leaves.
final class PostgresGroupSession: Sendable {
    let group: PostgresGroup
    let connection: PostgresConnection
    private let share: Mutex<GroupShare>
    /// Given back by the owner of the membership, and still locked.
    private let returned = Mutex<[Int]>([])

    init(_ group: PostgresGroup, _ connection: PostgresConnection) {
        self.group = group
        self.connection = connection
        self.share = Mutex(GroupShare(partitions: group.partitions))
    }

    /// Shares until the task is cancelled or the connection breaks; afterwards this session holds nothing.
    func run() async {
        do {
            try await self.join()
            while !Task.isCancelled {
                let mark = self.group.doorbell.bell.mark(of: [self.group.name])
                try await self.unlockReturned()
                guard try await self.look() else { continue }
                await self.group.doorbell.bell.wait(at: [self.group.name], after: mark, atMost: self.group.interval)
            }
        } catch {
            // Whatever it was, a new session begins from nothing.
        }
        if !Task.isCancelled { self.loseAll() }
        await self.end()
    }

    private func join() async throws {
        let lock = AdvisoryLock(space: self.group.memberSpace, key: self.connection.processID)
        _ = try await lock.tryLock(on: self.connection)
        try await self.announce()
    }

    /// Looks who is there and does one step.
    ///
    /// - Returns: True when there is nothing to do but to wait.
    private func look() async throws -> Bool {
        let locks = try await self.locks()
        try await self.endSilent(locks)
        let members = locks.filter(\.isMember).map(\.key).sorted()
        guard let rank = members.firstIndex(of: Int(self.connection.processID)) else {
            throw LogError(.failed, "expected this session among the members of \(self.group.name)")
        }
        let locked = Set(locks.filter { !$0.isMember }.map(\.key))
        switch self.share.withLock({ $0.step(locked: locked, members: members.count, rank: rank) }) {
        case .wait: return true
        case .giveBack(let partitions): self.askBack(partitions)
        case .take(let partitions, let count): return try await self.take(partitions, count) == 0
        }
        return false
    }

    private func take(_ partitions: [Int], _ count: Int) async throws -> Int {
        var taken: [Int] = []
        for partition in partitions where taken.count < count {
            if try await self.lock(partition).tryLock(on: self.connection) { taken.append(partition) }
        }
        guard !taken.isEmpty else { return 0 }
        self.share.withLock { [taken] in $0.taken(taken) }
        self.group.continuation.yield(.assigned(taken))
        return taken.count
    }

    private func askBack(_ partitions: [Int]) {
        self.group.continuation.yield(
            .revoked(partitions) { [self] in
                self.returned.withLock { $0 += partitions }
                self.group.doorbell.bell.ring(self.group.name)
            })
    }

    private func unlockReturned() async throws {
        let partitions = self.returned.withLock { returned in
            defer { returned = [] }
            return Set(returned).sorted()
        }
        guard !partitions.isEmpty else { return }
        for partition in partitions { try await self.lock(partition).unlock(on: self.connection) }
        self.share.withLock { $0.givenBack(partitions) }
        try await self.announce()
    }

    /// The locks are gone or soon will be: others may hold the partitions already.
    private func loseAll() {
        let held = self.share.withLock { share in
            let held = share.held.sorted()
            share.givenBack(held)
            return held
        }
        if !held.isEmpty { self.group.continuation.yield(.revoked(held, done: {})) }
    }

    /// Gives up locks and connection; in a task of its own, because this one may be cancelled.
    private func end() async {
        await Task { [connection, group] in
            // When the connection is broken, the server gives the locks up by itself.
            _ = try? await connection.query("SELECT pg_advisory_unlock_all()")
            _ = try? await connection.query("SELECT pg_notify('redressal_members', \(group.name))")
            await connection.close()
        }.value
    }

    private func announce() async throws {
        try await self.connection.query("SELECT pg_notify('redressal_members', \(self.group.name))")
    }

    private func lock(_ partition: Int) -> AdvisoryLock {
        AdvisoryLock(space: self.group.partitionSpace, key: Int32(partition))
    }
}
