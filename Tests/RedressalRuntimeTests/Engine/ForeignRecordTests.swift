import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Records that no program of ours wrote.
@Suite struct ForeignRecordTests {
    private static let commandType = RecordHeader("ce_type", "org.redressal.Command.v1")

    @Test func aForeignRecordAmongCommandsIsPassedOver() async throws {
        try await TestSystem.with(partitions: 1) { system in
            let log = MemoryLog(try #require(system.memory))
            let command = try CommandRecord.make(system.opening("a"), among: 1)
            log.putForeign(.commands, partition: 0, key: nil, value: nil)
            log.putForeign(.commands, partition: 0, key: "a", value: Array("hello".utf8))
            log.putForeign(.commands, partition: 0, key: "a", headers: [Self.commandType], value: Array("{}".utf8))
            log.putForeign(.commands, partition: 0, key: "b", headers: command.headers, value: command.value)
            try await system.startEngine()
            #expect(try await system.submit([system.opening("b")]).map(\.status) == [.accepted])
            #expect(try await system.history()[0].map(\.case.text) == ["b", "b"])
            #expect(try await system.records(.outcomes)[0].count == 1)
        }
    }

    @Test func aForeignRecordAmongEventsIsVoidEverywhere() async throws {
        try await TestSystem.with(partitions: 1) { system in
            try await system.startEngine()
            system.startWorker()
            _ = try await system.submit([system.opening("a"), system.opening("b")])
            try await system.settle()
            let written = try await system.records(.events)[0].filter { $0.key == "a" }
            let log = MemoryLog(try #require(system.memory))
            var offsets: [Int64] = []
            func put(_ key: String?, _ headers: [RecordHeader], _ value: [UInt8]?) {
                offsets.append(log.putForeign(.events, partition: 0, key: key, headers: headers, value: value))
            }
            put(nil, [], nil)
            put("k\0ey", [], Array("hello".utf8))
            put("a", written[0].headers, written[0].value)
            put("a", written[1].headers, Self.changed(written[1], #""version":1"#, #""version":9"#))
            put("a", written[1].headers, Self.changed(written[1], "u-clerk", #"u-\u0000clerk"#))
            put(String(repeating: "long", count: 1000), written[0].headers, Array("{}".utf8))
            _ = try await system.submit([system.doing("finish", to: "a", as: "finish-a")])
            try await system.settle()
            let rows = try await system.pool.query("SELECT log_offset, reason FROM read.void ORDER BY log_offset")
            #expect(try rows.map { try $0["log_offset", as: Int64.self] } == offsets)
            #expect(
                try rows.map { try $0["reason", as: String.self] }
                    == ["unreadable", "unreadable", "repeated", "unreadable", "unreadable", "unreadable"])
            #expect(try await system.summaries().map(\.void) == [6])
            #expect(try await system.differences() == [])
            // The next owner reads them too, and goes on.
            try await system.startEngine("another")
            #expect(try await system.submit([system.doing("finish", to: "b", as: "finish-b")])[0].status == .accepted)
        }
    }

    private static func changed(_ record: LogRecord, _ old: String, _ new: String) -> [UInt8] {
        Array(String(decoding: record.value ?? [], as: UTF8.self).replacing(old, with: new).utf8)
    }

    /// What no gateway of ours lets through must not stop an engine, nor the workers behind it.
    @Test func aHostileCommandIsRefusedAndTheEngineGoesOn() async throws {
        try await TestSystem.with(partitions: 1) { system in
            try await system.startEngine()
            system.startWorker()
            let long = String(repeating: "x", count: NewRecord.largestValue - 600)
            try await system.append([
                system.command("a", as: "nul", channel: "w\0", system.opening("a").request),
                system.opening(String(repeating: "i", count: 300), as: "long-id"),
                system.opening("b", as: "long-name", workflow: long),
                system.opening("c", as: "clear", ["name": "Aisha"]),
                system.opening("d", as: "fine", ["number": 3]),
            ])
            try await system.settle()
            let outcomes = try await system.records(.outcomes)[0].map {
                try CanonicalJSON.decode(Outcome.self, from: $0.value ?? [])
            }
            #expect(
                outcomes.map { "\($0.command) \($0.rejection?.code.rawValue ?? "accepted")" } == [
                    "nul malformed", "long-id malformed", "long-name unknown_workflow", "clear not_sealed",
                    "fine accepted",
                ])
            #expect(outcomes.allSatisfy { $0.rejection?.message.count ?? 0 < 2000 })
            #expect(try await system.differences() == [])
            #expect(try await system.count("SELECT count(*) FROM read.case_current") == 1)
        }
    }
}
