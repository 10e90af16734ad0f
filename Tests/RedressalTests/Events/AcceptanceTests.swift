import Redressal
import RedressalTesting
import Testing

@Suite struct AcceptanceTests {
    private let id = CaseID("case-1")

    private func opening(_ id: CaseID, epoch: Int64 = 1) -> EventRecord {
        self.record(
            .caseOpened(
                CaseOpened(
                    reference: "r", state: "open", office: "o", severity: nil, fields: [:], assignee: nil, parent: nil,
                    historical: false)), id, seq: 1, prev: .none, epoch: epoch)
    }

    private func record(
        _ event: CaseEvent, _ id: CaseID, seq: Int, prev: EventHash, epoch: Int64 = 1
    ) -> EventRecord {
        EventRecord(
            case: id, seq: seq, prev: prev, epoch: epoch, command: CommandID("c-\(seq)"), request: "",
            workflow: WorkflowPin(name: "w", version: 1, hash: "h"), actor: .system, channel: "web",
            occurred: .april(6, 9), recorded: .april(6, 9), event: event)
    }

    private func link(seq: Int, prev: EventHash, epoch: Int64 = 1, state: String = "x") -> EventRecord {
        let link = CaseLink(relation: "r", workflow: "w", case: CaseID("other"))
        return self.record(
            .caseLinked(CaseLinked(link: link, state: state)), self.id, seq: seq, prev: prev, epoch: epoch)
    }

    private func hash(_ record: EventRecord) throws -> EventHash { EventHash(of: try CanonicalJSON.encode(record)) }

    /// Folds records and says what became of each.
    private func fold(_ fold: inout PartitionFold, _ records: [EventRecord]) throws -> [VoidReason?] {
        try records.map { record in
            switch fold.fold(.event(record, try self.hash(record))) {
            case .applied, .ownership: nil
            case .void(let reason, let event):
                event == record ? reason : .misplaced
            }
        }
    }

    @Test func aChainIsAcceptedAndWhatDoesNotContinueItIsVoid() throws {
        var fold = PartitionFold()
        let first = self.opening(self.id)
        let second = self.link(seq: 2, prev: try self.hash(first))
        let third = self.link(seq: 3, prev: try self.hash(second))
        #expect(try self.fold(&fold, [second]) == [.gap])
        #expect(try self.fold(&fold, [first, second, second, first]) == [nil, nil, .repeated, .repeated])
        #expect(
            try self.fold(&fold, [self.link(seq: 4, prev: try self.hash(third)), self.link(seq: 3, prev: .none)])
                == [.gap, .brokenChain])
        #expect(try self.fold(&fold, [third]) == [nil])
        #expect(fold.accepted == 3)
        #expect(fold.voids == [.gap: 2, .repeated: 2, .brokenChain: 1])
        #expect(fold.cases[self.id]?.seq == 3)
        #expect(fold.cases[self.id]?.head == (try self.hash(third)))
    }

    @Test func whatAFormerOwnerStillWritesIsVoid() throws {
        var fold = PartitionFold()
        let first = self.opening(self.id)
        #expect(try self.fold(&fold, [first]) == [nil])
        let taken = OwnershipTaken(epoch: 2, recorded: .april(6, 10), owner: "second")
        guard case .ownership = fold.fold(.ownership(taken)) else {
            Issue.record("expected a higher epoch to own the partition")
            return
        }
        let head = try self.hash(first)
        let late = self.link(seq: 2, prev: head, epoch: 1, state: "late")
        let next = self.link(seq: 2, prev: head, epoch: 2, state: "next")
        #expect(try self.fold(&fold, [late, next, late]) == [.formerOwner, nil, .formerOwner])
        #expect(fold.cases[self.id]?.links.map(\.state) == ["next"])
    }

    @Test func anOwnershipThatIsNotAboveAllBeforeIsVoid() {
        var fold = PartitionFold()
        for (epoch, isOwner) in [(3, true), (3, false), (2, false), (4, true)] as [(Int64, Bool)] {
            let step = fold.fold(.ownership(OwnershipTaken(epoch: epoch, recorded: .april(6, 10), owner: "o")))
            if case .ownership = step { #expect(isOwner) } else { #expect(!isOwner) }
        }
        #expect(fold.acceptance.epoch == 4)
        #expect(fold.voids == [.formerOwner: 2])
    }

    @Test func aCaseBeginsWithItsOpening() throws {
        var fold = PartitionFold()
        #expect(try self.fold(&fold, [self.link(seq: 1, prev: .none)]) == [.notOpened])
        #expect(fold.cases.isEmpty)
    }

    @Test func otherCasesGoOnBesideABrokenOne() throws {
        var fold = PartitionFold()
        let other = self.opening(CaseID("case-2"))
        #expect(
            try self.fold(&fold, [self.opening(self.id), self.link(seq: 2, prev: .none), other]) == [
                nil, .brokenChain, nil,
            ])
        #expect(fold.cases.count == 2)
    }

    @Test(arguments: [
        nil, "", "{}", "not json", "{\"type\":\"CaseOpened\",\"version\":2}",
        "{\"type\":\"CaseForgotten\",\"version\":1}",
    ])
    func whatIsNotARecordOfOursIsVoidAndHarmless(_ text: String?) {
        var fold = PartitionFold()
        let record = LogRecord(
            topic: .events, partition: 0, offset: 0, key: "case-1", headers: [], value: text.map { Array($0.utf8) })
        guard case .void(.unreadable, nil) = fold.fold(record) else {
            Issue.record("expected an unreadable record")
            return
        }
        #expect(fold.voids == [.unreadable: 1])
        guard case .unreadable(let message) = LoggedEvent(record) else { return }
        #expect(message.hasPrefix("expected "))
    }

    @Test func anOwnershipIsReadWithItsHeaders() throws {
        let record = LogRecord(
            topic: .events, partition: 3, offset: 0, key: nil,
            headers: EventHeaders.make(for: GoldenHistory.ownership, partition: 3),
            value: try CanonicalJSON.encode(OwnershipRecord(GoldenHistory.ownership)))
        guard case .ownership(let read) = LoggedEvent(record) else {
            Issue.record("expected an ownership")
            return
        }
        #expect(read == GoldenHistory.ownership)
        #expect(record.header("ce_id") == "partition-3:7")
        #expect(record.header("ce_dataschema") == "/schemas/events/OwnershipTaken.v1.schema.json")
    }
}
