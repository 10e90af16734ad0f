import Logging
import Postgres
import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

@Suite(.timeLimit(.minutes(2))) struct PostgresMembershipTests {
    private static let all = Set(0..<5)

    private func join(_ database: TemporaryDatabase, _ name: String, group: String = "g") -> PostgresMembership {
        // Nobody needs to look by themselves: whatever happens here is announced, or ends the session.
        PostgresMembership(
            database.configuration, group: group, partitions: 5, name: name, interval: .milliseconds(200))
    }

    @Test func threeMembersShareAndTheLastHasAll() async throws {
        try await TemporaryDatabase.with(migrations: 0) { database in
            let board = MembershipBoard()
            let names = ["a", "b", "c"]
            let members = names.map { self.join(database, $0) }
            let following = zip(members, names).map { board.follow($0, as: $1) }
            try await board.wait { held in
                names.map { held[$0]?.count ?? 0 }.sorted() == [1, 2, 2]
                    && names.reduce(into: Set()) { $0.formUnion(held[$1] ?? []) } == Self.all
            }
            await board.leave(members[1], as: "b")
            try await board.wait { [$0["a"]?.count ?? 0, $0["c"]?.count ?? 0].sorted() == [2, 3] }
            await board.leave(members[0], as: "a")
            try await board.wait { $0["c"] == Self.all }
            await board.leave(members[2], as: "c")
            for task in following { await task.value }
            #expect(await board.conflicts == [])
        }
    }

    @Test func groupsOfDifferentNamesDoNotKnowEachOther() async throws {
        try await TemporaryDatabase.with(migrations: 0) { database in
            let board = MembershipBoard()
            let members = ["a": self.join(database, "a", group: "one"), "b": self.join(database, "b", group: "two")]
            let following = members.map { board.follow($1, as: $0) }
            try await board.wait { $0["a"] == Self.all && $0["b"] == Self.all }
            for (name, member) in members { await board.leave(member, as: name) }
            for task in following { await task.value }
        }
    }

    @Test func aBrokenConnectionLosesEverythingAndJoinsAgain() async throws {
        try await TemporaryDatabase.with(migrations: 0) { database in
            let member = self.join(database, "a")
            var changes = member.changes.makeAsyncIterator()
            #expect(await changes.next()?.text == "assigned [0, 1, 2, 3, 4]")
            _ = try await database.withConnection { connection in
                try await connection.execute(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE application_name = 'a (g)' AND query NOT ILIKE 'LISTEN%'
                    """)
            }
            #expect(await changes.next()?.text == "revoked [0, 1, 2, 3, 4]")
            #expect(await changes.next()?.text == "assigned [0, 1, 2, 3, 4]")
            await member.leave()
            #expect(await changes.next()?.text == nil)
        }
    }

    @Test func othersTakeOverFromAMemberThatVanished() async throws {
        try await TemporaryDatabase.with(migrations: 0) { database in
            let dead = try await self.holdEverything(in: database)
            let board = MembershipBoard()
            let member = self.join(database, "alive")
            let following = board.follow(member, as: "alive")
            #expect(await board.holdings(of: "alive") == [])
            await dead.close()
            try await board.wait { $0["alive"] == Self.all }
            await board.leave(member, as: "alive")
            await following.value
        }
    }

    @Test func othersTakeOverFromAMemberThatStandsStill() async throws {
        try await TemporaryDatabase.with(migrations: 0) { database in
            let still = try await self.holdEverything(in: database)
            let board = MembershipBoard()
            let member = self.join(database, "alive")
            let following = board.follow(member, as: "alive")
            try await board.wait { $0["alive"] == Self.all }
            await #expect(throws: PostgresError.self) { try await still.query("SELECT 1") }
            await board.leave(member, as: "alive")
            await following.value
        }
    }

    /// A session with the locks of a member that has every partition, and nobody behind it.
    private func holdEverything(in database: TemporaryDatabase) async throws -> PostgresConnection {
        let connection = try await PostgresConnection.connect(database.configuration)
        let group = PostgresGroup(
            database.configuration, name: "g", partitions: 5, interval: .seconds(1), logger: .init(label: "test"),
            continuation: AsyncStream<MembershipChange>.makeStream().continuation)
        _ = try await AdvisoryLock(space: group.memberSpace, key: connection.processID).tryLock(on: connection)
        for partition in 0..<5 {
            _ = try await AdvisoryLock(space: group.partitionSpace, key: Int32(partition)).tryLock(on: connection)
        }
        return connection
    }
}

extension MembershipChange {
    /// Such as `assigned [0, 1]`.
    fileprivate var text: String {
        switch self {
        case .assigned(let partitions): "assigned \(partitions.sorted())"
        case .revoked(let partitions, _): "revoked \(partitions.sorted())"
        }
    }
}
