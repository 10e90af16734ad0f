import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Whoever changes the read models by hand is found out.
@Suite struct ProjectionDiffTests {
    /// Two duties: `a` overdue and raised, `b` held; in one partition.
    private func withRows(_ body: (TestSystem) async throws -> Void) async throws {
        try await TestSystem.with(partitions: 1) { system in
            try await system.startEngine()
            let worker = system.startWorker()
            let due = TestSystem.start.advanced(bySeconds: 60)
            _ = try await system.submit([
                system.opening("a", due: due, ["number": 7, "name": "Aisha"]), system.opening("b"),
                system.doing("hold", to: "b", as: "hold", ["holder": "u-1"]),
            ])
            MemoryLog(try #require(system.memory)).putForeign(.events, partition: 0, key: "k", value: nil)
            system.clock.advance(to: due.advanced(bySeconds: 1))
            try await system.settle()
            try await worker.stop()
            try await body(system)
        }
    }

    @Test func untouchedRowsDoNotDiffer() async throws {
        try await self.withRows { system in
            let differences = try await system.differences()
            #expect(differences == [])
        }
    }

    @Test(arguments: [
        ("UPDATE read.case_current SET state = 'done' WHERE case_id = 'a'", "case_current", "a", "different"),
        ("UPDATE read.case_current SET assignee = 'u-2' WHERE case_id = 'b'", "case_current", "b", "different"),
        (
            "UPDATE read.case_current SET due_at = due_at + interval '1 millisecond' WHERE case_id = 'a'",
            "case_current", "a", "different"
        ),
        (
            #"UPDATE read.case_current SET fields = fields || '{"number": 8}' WHERE case_id = 'a'"#, "case_current",
            "a",
            "different"
        ),
        ("DELETE FROM read.case_current WHERE case_id = 'b'", "case_current", "b", "missing"),
        ("UPDATE read.case_state SET state = state || ' ' WHERE case_id = 'a'", "case_state", "a", "different"),
        (
            "UPDATE read.case_event SET actor_user = 'u-2' WHERE case_id = 'b' AND seq = 1", "case_event", "b 1",
            "different"
        ),
        (
            "UPDATE read.case_event SET occurred_at = now() WHERE case_id = 'b' AND seq = 1", "case_event", "b 1",
            "different"
        ),
        (
            "UPDATE read.case_event SET facts = facts || '{\"office\": \"top\"}' WHERE case_id = 'b' AND seq = 1",
            "case_event", "b 1", "different"
        ),
        ("DELETE FROM read.case_event WHERE case_id = 'a' AND seq = 2", "case_event", "a 2", "missing"),
        ("DELETE FROM read.timer WHERE case_id = 'b'", "timer", "b total:breach", "missing"),
        (
            "INSERT INTO read.timer VALUES ('b', 'state:breach', 0, 1, now(), false)", "timer", "b state:breach",
            "extra"
        ),
        ("UPDATE read.escalation SET acknowledged_at = now()", "escalation", "a 4", "different"),
        ("UPDATE read.escalation SET level = 2", "escalation", "a 4", "different"),
        ("DELETE FROM read.void", "void", "0 4", "missing"),
        (
            "INSERT INTO read.orphan VALUES ('b', 0, 1, 'desk', 'duty', 'total', 'ladder', now(), '[]')", "orphan", "b",
            "extra"
        ),
        (
            "INSERT INTO read.parked VALUES ('b', 0, 1, 1, 'gap')", "parked", "b", "extra"
        ),
    ])
    func aRowChangedByHandIsFound(statement: String, table: String, key: String, kind: String) async throws {
        try await self.withRows { system in
            try await system.pool.withConnection { try await $0.execute(script: statement) }
            let found = try await system.differences()
            #expect(found.map(\.table) == [table])
            #expect(found.map(\.kind) == [kind])
            if table != "void" { #expect(found.map(\.key) == [key]) }
        }
    }
}
