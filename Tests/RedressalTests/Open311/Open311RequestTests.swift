import Redressal
import Testing

@Suite struct Open311RequestTests {
    private static let opened = Instant(seconds: 1_775_795_400)

    /// A case of the town, as it stands after its first event.
    private func filed(_ fields: [String: FieldValue], office: String = "hall") throws -> FiledRequest {
        let opening = CaseOpened(
            reference: "K7MQ-3RTW-9XHC", state: "received", office: office, severity: nil, fields: fields,
            assignee: nil,
            parent: nil, historical: false)
        let workflow = try #require(Open311Town.catalog.workflow(named: "repair"))
        let record = EventRecord(
            case: CaseID("c"), seq: 1, prev: .none, epoch: 1, command: CommandID("c"), request: "",
            workflow: workflow.pin,
            actor: Actor(user: "web.x", role: "requester"), channel: "open311", occurred: Self.opened,
            recorded: Self.opened, event: .caseOpened(opening))
        return FiledRequest(
            state: try #require(CaseState(opening: record, hash: .none)), opening: opening)
    }

    private func shown(_ filed: FiledRequest) throws -> Open311Request? {
        let catalog = Open311Town.catalog
        return Open311Request(filed, try #require(catalog.jurisdictions.first), catalog.org)
    }

    private static let sealed = FieldValue.sealed(SealedValue(subject: "web.x", box: "c2VjcmV0"))
    private static let fields: [String: FieldValue] = [
        "kind": .string("hole"), "summary": sealed, "name": sealed, "place": .string("Main Bazaar"),
        "latitude": .decimal(34.15), "longitude": .integer(73),
    ]

    @Test func whatIsSealedIsLeftOut() throws {
        let shown = try #require(try self.shown(try self.filed(Self.fields)))
        #expect(shown.id == "K7MQ-3RTW-9XHC")
        #expect((shown.status, shown.statusNotes == nil) == (.open, true))
        #expect(shown.service.code == "hole")
        #expect(shown.description == nil && shown.mediaURL == nil)
        #expect(shown.agency == "Town hall")
        #expect((shown.address, shown.lat, shown.long) == ("Main Bazaar", 34.15, 73))
        #expect((shown.requested, shown.updated, shown.expected) == (Self.opened, Self.opened, nil))
    }

    @Test func theServiceIsTheOneAskedForWhateverTheOfficesMakeOfIt() throws {
        let filed = try self.filed(Self.fields)
        var state = filed.state
        state.fields["kind"] = .string("lamp")
        state.office = "elsewhere"
        let shown = try #require(try self.shown(FiledRequest(state: state, opening: filed.opening)))
        #expect(shown.service.code == "hole")
        #expect(shown.agency == nil)
        #expect(try self.shown(try self.filed(["kind": .string("tree")])) == nil)
        #expect(try self.shown(try self.filed(Self.fields, office: "other")) == nil)
    }

    /// The mapping has the last word; else the workflow's final states are closed.
    @Test(arguments: [
        ("received", nil, Open311Status.open, nil), ("checked", nil, .closed, "Looked at"),
        ("repaired", opened, .closed, nil),
    ])
    func aStateIsOpenOrClosed(
        _ name: String, _ closed: Instant?, _ status: Open311Status, _ notes: String?
    ) throws {
        let filed = try self.filed(Self.fields)
        var state = filed.state
        (state.state, state.closed) = (name, closed)
        let shown = try #require(try self.shown(FiledRequest(state: state, opening: filed.opening)))
        #expect((shown.status, shown.statusNotes) == (status, notes))
        // Where a closed case went is not told.
        state.office = "elsewhere"
        let moved = try #require(try self.shown(FiledRequest(state: state, opening: filed.opening)))
        #expect(moved.agency == (status == .open ? nil : "Town hall"))
    }
}
