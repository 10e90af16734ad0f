import Redressal
import RedressalTesting
import Testing

/// Foreign records whose numbers would overflow what is counted from them: one of them would stop every reader.
@Suite struct EventLimitTests {
    private let id = CaseID("case-1")

    private func event(_ event: CaseEvent, seq: Int = 1, epoch: Int64 = 1) -> EventRecord {
        EventRecord(
            case: self.id, seq: seq, prev: .none, epoch: epoch, command: CommandID("c-1"), request: "",
            workflow: WorkflowPin(name: "w", version: 1, hash: "h"), actor: .system, channel: "web",
            occurred: .april(6, 9), recorded: .april(6, 9), event: event)
    }

    private func resumed(paused: Int64, generation: Int = 1) -> CaseEvent {
        .clockResumed(
            ClockResumed(
                clock: .total, generation: generation, reason: .left, at: .april(6, 9), due: .april(7, 9),
                calendar: CalendarReference(id: "office", version: 1), paused: paused, pausedWorking: 0, timers: []))
    }

    private func record(_ bytes: [UInt8], key: String?) -> LogRecord {
        LogRecord(topic: .events, partition: 0, offset: 0, key: key, headers: [], value: bytes)
    }

    private func isReadable(_ event: EventRecord) throws -> Bool {
        if case .event = LoggedEvent(self.record(try CanonicalJSON.encode(event), key: "case-1")) {
            true
        } else {
            false
        }
    }

    @Test func anEventThatCountsTooFarIsUnreadable() throws {
        #expect(try self.isReadable(self.event(self.resumed(paused: 1 << 53))))
        #expect(try !self.isReadable(self.event(self.resumed(paused: .max))))
        #expect(try !self.isReadable(self.event(self.resumed(paused: 0, generation: .max))))
        #expect(try !self.isReadable(self.event(self.resumed(paused: 0), seq: .max)))
        #expect(try !self.isReadable(self.event(self.resumed(paused: 0), epoch: .max)))
    }

    @Test func theLastEpochThereIsStopsNoEngine() throws {
        let last = OwnershipTaken(epoch: .max, recorded: .april(6, 9), owner: "foreign")
        var engine = PartitionEngine(partition: 0, of: 1)
        engine.recover(event: self.record(try CanonicalJSON.encode(OwnershipRecord(last)), key: nil))
        let own = try engine.takeOwnership(by: "engine-1", now: .april(6, 10))
        guard case .ownership(let ownership) = LoggedEvent(self.record(own.value, key: nil)) else {
            Issue.record("expected an ownership")
            return
        }
        #expect(ownership.epoch == 1)
    }

    /// Found by fuzzing: JSON decoders pass over members that they do not need, whatever their bytes.
    @Test func anEventWithBytesThatAreNoTextIsUnreadable() throws {
        let written = try CanonicalJSON.encode(self.event(self.resumed(paused: 1)))
        let bytes = written.dropLast() + Array(#","x":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
        guard case .unreadable = LoggedEvent(self.record(Array(bytes), key: "case-1")) else {
            Issue.record("expected the event to be unreadable")
            return
        }
        #expect(throws: DecodingError.self) { try CanonicalJSON.decode(EventRecord.self, from: Array(bytes)) }
    }

    /// JSON decoders also take UTF-16, where a NUL character does not look like one.
    @Test func anEventInUTF16IsUnreadable() throws {
        let text = String(decoding: try CanonicalJSON.encode(self.event(self.resumed(paused: 1))), as: UTF8.self)
        let bytes = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        guard case .unreadable = LoggedEvent(self.record(bytes, key: "case-1")) else {
            Issue.record("expected the event to be unreadable")
            return
        }
        #expect(throws: DecodingError.self) { try CanonicalJSON.decode(EventRecord.self, from: bytes) }
    }
}
