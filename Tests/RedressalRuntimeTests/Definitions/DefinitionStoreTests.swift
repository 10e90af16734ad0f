import Logging
import Redressal
import RedressalRuntime
import Testing

@Suite struct DefinitionStoreTests {
    private let log = MemoryLog()
    private let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }

    private func calendar(version: Int, opens: String = "09:00") -> PublishedDefinition {
        let text = """
            kind: calendar
            id: office
            version: \(version)
            tz: UTC
            hours: {mon-fri: ["\(opens)-17:00"]}
            """
        return PublishedDefinition(
            kind: .calendar, name: "office", version: version, file: "calendars/office.yaml", text: text, defaults: nil,
            published: Instant(seconds: 0), by: "u-1")
    }

    private func append(_ value: [UInt8]) async throws {
        _ = try await self.log.append([NewRecord(topic: .definitions, partition: 0, key: "foreign", value: value)])
    }

    @Test func whatOneStorePublishesAnotherReads() async throws {
        let first = try await DefinitionStore.open(log: self.log, logger: self.logger)
        #expect(try await first.publish([self.calendar(version: 1), self.calendar(version: 2)]).count == 2)
        #expect(first.catalog().calendar("office")?.version == 2)
        let second = try await DefinitionStore.open(log: self.log, logger: self.logger)
        #expect(second.keys() == first.keys())
        #expect(second.catalog().calendar("office")?.version == 2)
    }

    @Test func publishingTheSameTextAgainAppendsNothing() async throws {
        let store = try await DefinitionStore.open(log: self.log, logger: self.logger)
        let calendar = self.calendar(version: 1)
        #expect(try await store.publish([calendar]) == [calendar])
        let end = try await self.log.end(of: .definitions, partition: 0)
        #expect(try await store.publish([calendar]) == [])
        let next = self.calendar(version: 2)
        #expect(try await store.publish([calendar, next]) == [next])
        #expect(try await self.log.end(of: .definitions, partition: 0) == end + 1)
    }

    @Test func anotherTextUnderAPublishedVersionIsRefusedWhole() async throws {
        let store = try await DefinitionStore.open(log: self.log, logger: self.logger)
        _ = try await store.publish([self.calendar(version: 1)])
        let refused = await #expect(throws: DefinitionsRefused.self) {
            _ = try await store.publish([self.calendar(version: 2), self.calendar(version: 1, opens: "08:00")])
        }
        #expect(refused?.findings.map(\.rule) == ["version-taken"])
        #expect(store.keys().map(\.version) == [1])
        #expect(try await self.log.end(of: .definitions, partition: 0) == 1)
    }

    @Test func unreadableRecordsAreCountedAndChangeNothing() async throws {
        try await self.append(Array("not JSON".utf8))
        try await self.append(Array("{}".utf8))
        try await self.append(try CanonicalJSON.encode(self.calendar(version: 1)))
        try await self.append(try CanonicalJSON.encode(self.calendar(version: 1, opens: "08:00")))
        let store = try await DefinitionStore.open(log: self.log, logger: self.logger)
        #expect(store.refused() == 3)
        #expect(store.keys().map(\.description) == ["calendar office version 1"])
        #expect(store.catalog().calendar("office")?.hours[.monday]?.map(\.description) == ["09:00-17:00"])
        try await store.refresh()
        #expect(store.refused() == 3)
    }

    @Test func aFollowerTakesInWhatOthersPublish() async throws {
        let follower = DefinitionStore(log: self.log, logger: self.logger)
        let writer = DefinitionStore(log: self.log, logger: self.logger)
        let following = Task { await follower.follow() }
        _ = try await writer.publish([self.calendar(version: 1)])
        while follower.keys().isEmpty { await Task.yield() }
        _ = try await writer.publish([self.calendar(version: 2)])
        while follower.keys().count < 2 { await Task.yield() }
        #expect(follower.catalog().calendar("office")?.version == 2)
        following.cancel()
        await following.value
    }

    @Test func followingEndsWhenTheLogIsClosed() async throws {
        let store = DefinitionStore(log: self.log, logger: self.logger)
        let following = Task { await store.follow() }
        _ = try await store.publish([self.calendar(version: 1)])
        await self.log.close()
        await following.value
        await store.follow()
        await #expect(throws: LogError.self) { try await store.refresh() }
    }
}
