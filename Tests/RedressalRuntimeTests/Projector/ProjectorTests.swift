import Dispatch
import Postgres
import RedressalRuntime
import RedressalTesting
import Testing

@testable import Redressal

/// Live read models equal what folding the log gives.
@Suite struct ProjectorTests {
    @Test func randomHistoriesGiveTheRowsThatFoldingGives() async throws {
        try await TestSystem.with(definitions: try .shipped()) { system in
            let records = RandomHistory(system).records(seeds: 0..<60)
            _ = try await system.log.append(try RandomHistory(system).announcements() + records)
            system.startWorker()
            try await system.projected()
            #expect(try await system.differences() == [])
            #expect(try await system.count("SELECT count(*) FROM read.case_event") == records.count)
            #expect(try await system.count("SELECT count(*) FROM read.case_current") == 60)
            // Otherwise the comparison would prove little.
            for table in ["timer", "escalation"] {
                #expect(try await system.count("SELECT count(*) FROM \(SQL.identifier("read", table))") > 0)
            }
        }
    }

    @Test func aRestartedWorkerGoesOnFromTheStoredStates() async throws {
        try await TestSystem.with(definitions: try .shipped()) { system in
            let records = RandomHistory(system).records(seeds: 100..<130)
            _ = try await system.log.append(try RandomHistory(system).announcements())
            // Cases are cut in two.
            let middle = records.count / 2
            for part in [records[..<middle], records[middle...]] {
                _ = try await system.log.append(Array(part))
                let worker = system.startWorker()
                try await system.projected()
                try await worker.stop()
            }
            #expect(try await system.differences() == [])
            let tokens = try await system.count("SELECT sum(token)::bigint FROM read.position")
            #expect(tokens == 2 * system.log.partitionCount)
        }
    }

    @Test(arguments: ["gap", "broken_chain"]) func aBrokenHistoryParksThatCaseAndOthersGoOn(reason: String) async throws
    {
        try await TestSystem.with(partitions: 1) { system in
            let engine = try await system.startEngine()
            let names = ["a", "b"]
            _ = try await system.submit(names.map { system.opening($0) })
            try await engine.stop()
            let history = try await system.history()[0].filter { $0.case.text == "a" }
            let last = try #require(history.last)
            let forged = try Self.after(last, seq: reason == "gap" ? last.seq + 2 : last.seq + 1, prev: .none)
            _ = try await system.log.append([RandomHistory(system).record(forged)])
            try await system.startEngine("another")
            system.startWorker()
            _ = try await system.submit(names.map { system.doing("finish", to: $0, as: "finish-\($0)") })
            try await system.settle()
            let parked = try await system.pool.query("SELECT case_id, seq, reason FROM read.parked")
            #expect(parked.count == 1)
            #expect(try parked[0]["case_id", as: String.self] == "a")
            #expect(try parked[0]["seq", as: Int.self] == forged.record.seq)
            #expect(try parked[0]["reason", as: String.self] == reason)
            #expect(try await system.count("SELECT count(*) FROM read.case_current WHERE state = 'done'") == 2)
            #expect(try await system.differences() == [])
        }
    }

    /// A worker that was stopped in the middle of a write kept its partition's row locked, and whoever took over waited
    /// until it woke up.
    @Test func aWorkerThatStandsStillInAWriteIsNotWaitedFor() async throws {
        try await TestSystem.with(partitions: 1) { system in
            try await system.startEngine()
            let worker = system.startWorker()
            _ = try await system.submit([system.opening("a")])
            try await system.settle()
            try await worker.stop()

            let awake = DispatchSemaphore(value: 0)
            let connection = try await PostgresConnection.connect(system.database.configuration)
            let write = Task {
                try await connection.transaction { transaction in
                    _ = try transaction.query("SELECT token FROM read.position FOR UPDATE")
                    // On the connection's own thread.
                    awake.wait()
                    _ = try transaction.execute("UPDATE read.position SET next_offset = 0")
                }
            }
            try await system.wait(for: "a write that stands still") {
                try await system.count(
                    """
                    SELECT count(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND state = 'idle in transaction'
                    """
                ) == 1
            }
            system.startWorker("another")
            _ = try await system.submit([system.doing("finish", to: "a", as: "finish")])
            try await system.settle()
            awake.signal()
            await #expect(throws: PostgresError.self) { try await write.value }
            await connection.close()
            #expect(try await system.differences() == [])
        }
    }

    /// An event that somebody else made up.
    private static func after(_ event: EventRecord, seq: Int, prev: EventHash) throws -> WrittenEvent {
        let record = EventRecord(
            case: event.case, seq: seq, prev: prev, epoch: event.epoch, command: CommandID("forged"), request: "",
            workflow: event.workflow, actor: event.actor, channel: event.channel, occurred: event.occurred,
            recorded: event.recorded, event: event.event)
        let bytes = try CanonicalJSON.encode(record)
        return WrittenEvent(record: record, bytes: bytes, hash: EventHash(of: bytes))
    }
}
