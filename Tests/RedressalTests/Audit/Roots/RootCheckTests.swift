import Redressal
import Testing

/// Records against the roots that were signed of them.
@Suite struct RootCheckTests {
    private static let place = LogPlace(topic: .events, partition: 3)

    /// Records with a hole after each, as transactions leave them.
    private static func records(_ count: Int) -> [LogRecord] {
        (0..<count).map { number in
            LogRecord(
                topic: .events, partition: 3, offset: Int64(number * 2), key: "k", headers: [],
                value: Array("\(number)".utf8))
        }
    }

    private static func checkpoint(_ records: some Sequence<LogRecord>, _ day: Int) -> Checkpoint {
        let tree = records.reduce(into: MerkleTree()) { $0.append($1) }
        return Checkpoint(origin: "log", size: tree.size, root: tree.root, made: .april(day, 9))
    }

    /// Roots after four and after eight of ten records.
    private static let checkpoints = [checkpoint(records(8), 2), checkpoint(records(4), 1)]

    private static func check(_ records: [LogRecord], _ checkpoints: [Checkpoint] = Self.checkpoints) -> RootCheck {
        var check = RootCheck(Self.place, checkpoints)
        for record in records { check.see(record) }
        check.end()
        return check
    }

    @Test func whatIsAsItWasIsConfirmedAsFarAsItWasSigned() {
        let check = Self.check(Self.records(10))
        #expect(check.finding == nil)
        #expect((check.records, check.signed, check.confirmed) == (10, 8, 2))
    }

    @Test func recordsMissingAtTheEndAreFound() throws {
        let finding = try #require(Self.check(Self.records(7)).finding)
        #expect(finding.kind == .missing)
        #expect(finding.place == "events/3" && finding.offset == 7)
        #expect(finding.words.hasPrefix("expected 8 records"))
        #expect(finding.words.hasSuffix("but found 7"))
    }

    @Test func anEmptiedLogIsFound() throws {
        let finding = try #require(Self.check([]).finding)
        #expect(finding.kind == .missing && finding.offset == 0)
    }

    @Test(arguments: 0..<8) func aRecordTakenOutOrChangedIsFoundWithinItsRoot(index: Int) throws {
        var thinned = Self.records(10)
        thinned.remove(at: index)
        var changed = Self.records(10)
        changed[index] = LogRecord(
            topic: .events, partition: 3, offset: changed[index].offset, key: "k", headers: [], value: [0])
        for records in [thinned, changed] {
            let check = Self.check(records)
            let finding = try #require(check.finding)
            #expect(finding.kind == .changed)
            #expect(finding.offset == (index < 4 ? 0 : 7))
            #expect(finding.words.contains(index < 4 ? "records 1 to 4" : "records 5 to 8"))
            #expect(check.signed == (index < 4 ? 0 : 4))
        }
    }

    /// After the last root nobody can tell, and it says so: these are not signed.
    @Test func whatCameAfterTheLastRootIsNotVouchedFor() {
        var records = Self.records(10)
        records.removeLast()
        let check = Self.check(records)
        #expect(check.finding == nil)
        #expect((check.records, check.signed) == (9, 8))
    }

    @Test func twoRootsOfOneLengthCannotBothBeRight() {
        let other = Checkpoint(origin: "log", size: 4, root: MerkleTree().root, made: .april(3, 9))
        #expect(Self.check(Self.records(10), Self.checkpoints + [other]).finding?.kind == .changed)
    }
}
