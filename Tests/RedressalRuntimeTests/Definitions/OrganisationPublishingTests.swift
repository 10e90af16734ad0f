import Logging
import Redressal
import RedressalRuntime
import Synchronization
import Testing

/// Programmes that administrators change are published as all definitions are.
@Suite struct OrganisationPublishingTests {
    private let log = MemoryLog()
    private let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
    private static let now = Instant(seconds: 1_775_795_400)

    private static let town = PublishedDefinition(
        kind: .programme, name: "town", version: 1, file: "programmes/town.yaml",
        text: """
            kind: programme
            programme: town
            version: 1
            tz: UTC
            offices: {town: {name: Town, kind: district, calendar: desk}}
            posts: {chief: {office: town, roles: [handler], holder: u-1}}
            people: {u-1: {}, u-2: {}}
            """, defaults: nil, published: Instant(seconds: 0), by: "u-9")

    private func change(_ day: String, in store: DefinitionStore, by user: String) async throws -> PublishedDefinition {
        let text = try #require(try await store.programmes().first.flatMap { OrganisationText($0) })
        let change = OrganisationChange.away(
            user: "u-1", first: try #require(CivilDate(day)), last: CivilDate(day), deputy: "u-2")
        return try text.making(change, store.catalog().org, at: Self.now, by: user)
    }

    @Test func anAbsenceIsInForceInEveryProcess() async throws {
        let first = try await DefinitionStore.open(log: self.log, logger: self.logger)
        _ = try await first.publish([Self.town])
        #expect(try await first.publish(try await self.change("2026-04-13", in: first, by: "u-8")))
        let second = try await DefinitionStore.open(log: self.log, logger: self.logger)
        #expect(second.catalog().programmeVersions == ["town": 2])
        #expect(try await second.programmes().map(\.by) == ["u-8"])
        let during = Self.now.advanced(bySeconds: 3 * 86_400)
        #expect(second.catalog().org.acting(for: "u-1", at: during) == "u-2")
    }

    private struct NoPaper: Error {}

    /// What cannot be written down is not published; what is, is written down before and after, and what is there already is not.
    @Test func whatIsNewIsWrittenDownFirst() async throws {
        let store = try await DefinitionStore.open(log: self.log, logger: self.logger)
        await #expect(throws: NoPaper.self) {
            try await store.publish([Self.town]) { _, _ in throw NoPaper() }
        }
        #expect(try await self.log.end(of: .definitions, partition: 0) == 0)
        let told = Mutex<[String]>([])
        for _ in 0..<2 {
            _ = try await store.publish([Self.town]) { new, step in
                let end = try await self.log.end(of: .definitions, partition: 0)
                told.withLock { $0 += new.map { "\(step.rawValue) \($0.name) at \(end)" } }
            }
        }
        #expect(told.withLock { $0 } == ["asked town at 0", "done town at 1"])
    }

    /// Both looked at the same version: one of them is told, and what the other entered is there.
    @Test func ofTwoAtOnceOneIsFirst() async throws {
        let stores = [
            try await DefinitionStore.open(log: self.log, logger: self.logger),
            try await DefinitionStore.open(log: self.log, logger: self.logger),
        ]
        _ = try await stores[0].publish([Self.town])
        let (own, theirs) = (
            try await self.change("2026-04-13", in: stores[0], by: "u-7"),
            try await self.change("2026-04-14", in: stores[1], by: "u-8")
        )
        let done = try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask { try await stores[0].publish(own) }
            group.addTask { try await stores[1].publish(theirs) }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(done.count { $0 } == 1)
        let latest = try #require(try await stores[0].programmes().first)
        #expect(latest.version == 2 && (latest == own || latest == theirs))
        // The other enters theirs on what is there now.
        let next = try await self.change(latest == own ? "2026-04-14" : "2026-04-13", in: stores[1], by: "u-8")
        #expect(try await stores[1].publish(next))
        #expect(stores[1].catalog().org.absences(after: Self.now).count == 2)
    }
}
