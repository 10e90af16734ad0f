import Redressal
import RedressalTesting
import Testing

/// Who may ask for one action on many cases, and who may approve it.
@Suite struct BulkRulesTests {
    private static let now = Instant(seconds: 1_772_366_400)

    /// A desk under a top, and another office; Dep stands in for Lee.
    private static let catalog = {
        var catalog = DefinitionCatalog()
        catalog.add(
            WorkflowDefinition(
                name: "plea", version: 1, calendar: .named("wall"), initialStates: ["open"],
                states: [State(name: "open"), State(name: "closed", final: .reopenable)],
                actions: [
                    // What its own people have to say is asked of nobody who reopens many.
                    Action(
                        name: "reopen", from: ["closed"], to: .state("open"), by: ["citizen"],
                        fields: [FieldUse(name: "note", isRequired: true)], emit: "PleaReopened"),
                    Action(
                        name: "reopen", from: ["closed"], to: .state("open"), by: ["lead", "chief"],
                        fields: [
                            FieldUse(name: "ground", isRequired: true), FieldUse(name: "note", isRequired: false),
                        ],
                        emit: "PleaReopened"),
                ],
                roles: ["citizen", "lead", "chief"], parties: ["citizen": "who"],
                fields: [
                    Field(name: "ground", type: .code, values: ["disputed"]), Field(name: "note", type: .text),
                    Field(name: "who", type: .reference),
                ],
                chains: [
                    "l": Ladder(
                        name: "l",
                        levels: [
                            Ladder.Level(level: 1, after: TimeSpan(0, .days), to: "lead"),
                            Ladder.Level(level: 2, after: TimeSpan(1, .days), to: "chief"),
                        ])
                ], contentHash: "plea"))
        catalog.add(
            Programme(
                name: "p", version: 1,
                offices: [
                    Office(id: "top", name: "Top", kind: "t", parent: nil, calendar: "wall"),
                    Office(id: "desk", name: "Desk", kind: "d", parent: "top", calendar: "wall"),
                    Office(id: "side", name: "Side", kind: "d", parent: "top", calendar: "wall"),
                ],
                posts: [
                    Post(id: "desk-lead", office: "desk", roles: ["lead"]),
                    Post(id: "side-lead", office: "side", roles: ["lead"]),
                    Post(id: "top-chief", office: "top", roles: ["chief"]),
                    Post(id: "desk-clerk", office: "desk", roles: ["clerk"]),
                ],
                holdings: [
                    Holding(post: "desk-lead", user: "lee"), Holding(post: "side-lead", user: "sue"),
                    Holding(post: "top-chief", user: "chan"), Holding(post: "desk-clerk", user: "clem"),
                ],
                absences: [Absence(user: "chan", from: Self.now, to: nil, deputy: "dep")],
                people: [Person(id: "dep")]))
        return catalog
    }()

    private static var order: BulkOrder {
        var order = BulkOrder(workflow: "plea", action: "reopen", reason: "They said no")
        order.inputs = ["ground": .string("disputed")]
        return order
    }

    private static func refusal(_ body: () throws(Rejection) -> Void) -> Rejection.Code? {
        do throws(Rejection) {
            try body()
            return nil
        } catch {
            return error.code
        }
    }

    @Test(
        arguments: [("lee", nil), ("clem", .notThisRole), ("nobody", .notThisRole)] as [(String, Rejection.Code?)])
    func whomLaddersReachMayAsk(_ user: String, _ code: Rejection.Code?) {
        let rules = BulkRules(Self.catalog, at: Self.now)
        #expect(Self.refusal { () throws(Rejection) in try rules.checkAsking(Self.order, by: user) } == code)
    }

    @Test func nothingPersonalIsAskedFor() {
        let rules = BulkRules(Self.catalog, at: Self.now)
        func code(_ change: (inout BulkOrder) -> Void) -> Rejection.Code? {
            var order = Self.order
            change(&order)
            return Self.refusal { () throws(Rejection) in try rules.checkAsking(order, by: "lee") }
        }
        #expect(code { $0.inputs["note"] = .string("x") } == .wrongType)
        #expect(code { $0.fields = ["note": .string("x")] } == .wrongType)
        #expect(code { $0.inputs = [:] } == .missingField)
        #expect(code { $0.fields = ["none": .string("x")] } == .unknownField)
        #expect(code { $0.office = "nowhere" } == .unknownOffice)
        #expect(code { $0.workflow = nil } == .missingField)
        #expect(code { ($0.workflow, $0.action, $0.inputs) = (nil, nil, [:]) } == nil)
    }

    @Test(
        arguments: [
            ("lee", .samePerson), ("sue", .outsideJurisdiction), ("clem", .notThisRole), ("dep", nil),
        ] as [(String, Rejection.Code?)])
    func aSecondPersonWhoCoversAllOfItApproves(_ user: String, _ code: Rejection.Code?) {
        let rules = BulkRules(Self.catalog, at: Self.now)
        let request = BulkRequest(id: "o", order: Self.order, askedBy: "lee", asked: Self.now)
        #expect(Self.refusal { () throws(Rejection) in try rules.checkApproving(request, by: user) } == code)
    }

    @Test func whoStandsInForWhoAskedIsNoSecondPerson() {
        let rules = BulkRules(Self.catalog, at: Self.now)
        let request = BulkRequest(id: "o", order: Self.order, askedBy: "chan", asked: Self.now)
        #expect(
            Self.refusal { () throws(Rejection) in try rules.checkApproving(request, by: "dep") } == .samePerson)
    }

    /// A calendar is for all its offices: whoever supervises one of two may not give the other a day off.
    @Test func aDayOffIsAskedForByWhoSupervisesAllOffices() throws {
        let week = "kind: calendar\nid: wall\nversion: 1\ntz: UTC\nhours:\n  mon-fri: [\"09:00-17:00\"]\n"
        var catalog = Self.catalog
        catalog.add(try #require(CalendarReader.read(week, file: "wall").calendar))
        let rules = BulkRules(catalog, at: Self.now)
        let date = try #require(CivilDate("2026-03-23"))
        func code(_ user: String, _ change: (inout BulkOrder) -> Void = { _ in }) -> Rejection.Code? {
            var order = BulkOrder(reason: "Eid")
            order.holiday = AnnouncedHoliday(calendar: "wall", date: date, name: "Eid")
            change(&order)
            return Self.refusal { () throws(Rejection) in try rules.checkAsking(order, by: user) }
        }
        #expect(code("chan") == nil)
        #expect(code("lee") == .outsideJurisdiction)
        #expect(code("clem") == .notThisRole)
        #expect(code("chan") { $0.workflow = "plea" } == .wrongType)
        #expect(code("chan") { $0.holiday = AnnouncedHoliday(calendar: "none", date: date, name: "Eid") } == .wrongType)
        #expect(
            code("chan") { $0.holiday = AnnouncedHoliday(calendar: "wall", date: date, name: "a\nb") } == .wrongType)
        var asked = BulkOrder(reason: "Eid")
        asked.holiday = AnnouncedHoliday(calendar: "wall", date: date, name: "Eid")
        let request = BulkRequest(id: "o", order: asked, askedBy: "chan", asked: Self.now)
        #expect(
            Self.refusal { () throws(Rejection) in try rules.checkApproving(request, by: "lee") }
                == .outsideJurisdiction)
        #expect(Self.refusal { () throws(Rejection) in try rules.checkApproving(request, by: "chan") } == .samePerson)
    }

    @Test func aCommandTellsTheOrderItCameFrom() {
        let id = CommandID.bulk("o-1", on: CaseID("c:1"))
        #expect(id.bulkRequest == "o-1")
        #expect(CommandID("1b4e28ba").bulkRequest == nil)
    }
}
