import Foundation
import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// From events to messages, over real PostgreSQL: each once, none of what was before, none twice.
@Suite struct NotifierTests {
    private static let contact: [String: FieldValue] = ["name": .string("+923001234567")]

    /// Runs a body in a system with engine, worker and a notifier that has all partitions.
    private func withNotifier(
        _ kind: TestLog = .memory, _ body: (TestSystem, MemoryChannel) async throws -> Void
    ) async throws {
        try await TestSystem.with(kind, definitions: .notices) { system in
            try await system.startEngine()
            system.startWorker()
            let channel = MemoryChannel()
            system.startNotifier(channel)
            try await system.notifying()
            try await body(system, channel)
        }
    }

    @Test(arguments: TestLog.allCases) func whoFilesIsToldOnceAtTheirOwnContact(kind: TestLog) async throws {
        try await self.withNotifier(kind) { system, channel in
            _ = try await system.submit([system.opening("a", Self.contact)])
            try await system.wait(for: "a message") { channel.messages.count == 1 }
            let reference = try #require(try await system.views.find("a")?.reference)
            let message = try #require(channel.messages.first)
            #expect(
                message
                    == OutgoingMessage(
                        id: message.id, medium: .sms, to: .init(address: "+923001234567"), language: "en",
                        text: "News on \(reference)."))
            try await system.wait(for: "the message to be noted") {
                try await system.outbox.counts() == [.init("sent", notices: 1)]
            }
            // The address is nowhere in the outbox.
            let rows = try await system.pool.query("SELECT m::text AS row FROM notify.message AS m")
                .values(as: String.self)
            #expect(rows.count == 1)
            #expect(!rows.joined().contains("3001234567"))
        }
    }

    @Test func whatWasBeforeTheFirstStartIsNobodysNews() async throws {
        try await TestSystem.with(definitions: .notices) { system in
            try await system.startEngine()
            system.startWorker()
            _ = try await system.submit([system.opening("a", Self.contact), system.opening("b", Self.contact)])
            try await system.settle()
            let channel = MemoryChannel()
            let first = system.startNotifier(channel)
            try await system.notifying()
            _ = try await system.submit([system.doing("finish", to: "a", as: "f", [:])])
            try await system.wait(for: "a message") { channel.messages.count == 1 }
            // Stopped and started: it goes on where it was, and tells what came meanwhile.
            try await first.stop()
            _ = try await system.submit([system.doing("finish", to: "b", as: "g", [:])])
            try await system.settle()
            system.startNotifier(channel)
            try await system.wait(for: "the other message") { channel.messages.count == 2 }
            #expect(try await system.outbox.counts().map(\.notices).reduce(0, +) == 2)
        }
    }

    /// The position goes back to the start, as after a restored backup: the outbox knows what it had.
    @Test func eventsReadAgainTellNobodyAgain() async throws {
        try await TestSystem.with(definitions: .notices) { system in
            try await system.startEngine()
            system.startWorker()
            let channel = MemoryChannel()
            for round in 0..<3 {
                let notifier = system.startNotifier(channel)
                try await system.notifying()
                _ = try await system.submit((0..<10).map { system.opening("case-\(round)-\($0)", Self.contact) })
                try await system.wait(for: "the messages") { channel.messages.count == 10 * (round + 1) }
                try await system.notifiedAll()
                try await notifier.stop()
                _ = try await system.pool.execute("UPDATE notify.position SET next_offset = 0")
            }
            #expect(channel.messages.map { channel.times($0.id) }.max() == 1)
            #expect(try await system.outbox.counts() == [.init("sent", notices: 30)])
        }
    }

    /// Read models built anew and made live tell nobody anything.
    @Test func aRebuildTellsNobody() async throws {
        try await self.withNotifier { system, channel in
            _ = try await system.submit((0..<5).map { system.opening("case-\($0)", Self.contact) })
            try await system.wait(for: "the messages") { channel.messages.count == 5 }
            let sets = ReadSetBuilder(log: system.log, pool: system.pool, logger: .tests)
            _ = try await sets.rebuild(resuming: false)
            try await sets.makeLive(.rebuilt)
            _ = try await system.submit([system.opening("after", Self.contact)])
            try await system.wait(for: "one more message") { channel.messages.count == 6 }
            try await system.notifiedAll()
            #expect(try await system.outbox.counts().map(\.notices).reduce(0, +) == 6)
        }
    }

    @Test func anImportedPastTellsNobodyAndItsFutureDoes() async throws {
        try await self.withNotifier { system, channel in
            let importer = Actor(user: "importer", role: "importer")
            func imported(_ command: String, _ request: CommandRequest) -> Command {
                Command(
                    id: CommandID(command), case: CaseID("old"), actor: importer, channel: "import",
                    occurred: TestSystem.start.advanced(bySeconds: -86_400), vouched: "importer", request: request)
            }
            let opening = OpenCase(
                workflow: "duty", office: "desk",
                fields: Self.contact.merging(["due_at": .string("2027-01-01T00:00:00Z")]) { $1 })
            _ = try await system.submit([
                imported("o", .open(opening)), imported("e", .endHistory(EndHistory(live: true))),
            ])
            _ = try await system.submit([system.doing("finish", to: "old", as: "f", [:])])
            try await system.wait(for: "a message") { channel.messages.count == 1 }
            try await system.notifiedAll()
            let seqs = try await system.pool.query("SELECT seq FROM notify.message").values(as: Int.self)
            let finished = try await system.pool.query(
                "SELECT seq FROM read.case_event WHERE name = 'DutyFinished'"
            ).values(as: Int.self)
            #expect(seqs == finished)
        }
    }

    @Test func safeContactHoldsEvenWhenItComesLater() async throws {
        try await TestSystem.with(definitions: .notices) { system in
            try await system.startEngine()
            system.startWorker()
            let channel = MemoryChannel()
            system.startNotifier(channel)
            try await system.notifying()
            _ = try await system.submit([
                system.opening("silent", ["quiet": .boolean(false)].merging(Self.contact) { $1 }),
                system.opening("nameless"),
            ])
            try await system.wait(for: "two notices to be suppressed") {
                try await system.outbox.counts() == [
                    .init("suppressed", "no_address", notices: 1), .init("suppressed", "not_wanted", notices: 1),
                ]
            }
            #expect(channel.messages == [])
            // Whoever is erased is written to no more.
            _ = try await system.submit([system.opening("erased", Self.contact)], subject: "person-1")
            try await system.wait(for: "a message") { channel.messages.count == 1 }
            try await system.vault.destroy("person-1")
            _ = try await system.submit([system.doing("finish", to: "erased", as: "f", [:])])
            try await system.wait(for: "a third notice to be suppressed") {
                try await system.outbox.counts().contains(.init("suppressed", "no_address", notices: 2))
            }
            #expect(channel.messages.count == 1)
        }
    }
}
