/// Writes down what happens to one complaint of the demo.
struct DemoComplaint {
    let person: DemoPerson
    let place: DemoPlace
    private(set) var story: DemoCase
    private let desk: DemoSeat
    private let triage: DemoSeat

    /// - Parameters:
    ///   - person: Who complains.
    ///   - channel: How it comes in.
    init(_ name: String, by person: DemoPerson, in place: DemoPlace, channel: String) {
        self.person = person
        self.place = place
        self.story = DemoCase("complaint \(name)", subject: person.user, channel: channel)
        self.desk = place == .khanSenSok ? .oneWindow : .cellClerk
        self.triage = place == .khanSenSok ? .citizensOffice : .cellOfficer
    }

    var intake: Actor { self.desk.acting(as: "intake") }
    var triageOfficer: Actor { self.triage.acting(as: "triage_officer") }

    /// The complaint comes in, with who it is from: all of that is sealed before it goes anywhere.
    mutating func file(
        _ summary: String, about category: String, at office: String, on instant: Instant,
        severity: String = "standard",
        respondent: DemoSeat? = nil, _ line: String? = nil
    ) {
        var fields: [String: FieldValue] = [
            "summary": .string("\(summary) — \(self.person.name), \(self.person.phone)"),
            "language": .string(self.person.language), "category": .string(category),
            "complainant_ref": .string(self.person.user), "complainant_name": .string(self.person.name),
            "safe_contact": .string(self.person.phone), "sex": .string(self.person.sex), "anonymous": .boolean(false),
        ]
        if let respondent { fields["respondent_ref"] = .string(respondent.post) }
        self.story.open(
            OpenCase(workflow: "complaint", office: office, severity: severity, fields: fields), by: self.person.actor,
            at: instant, line)
    }

    mutating func act(
        _ action: String, by actor: Actor, _ instant: Instant, _ fields: [String: FieldValue] = [:],
        _ line: String? = nil
    ) {
        self.story.act(action, by: actor, at: instant, fields, line)
    }

    mutating func acknowledge(_ instant: Instant, _ line: String? = nil) {
        self.act("acknowledge", by: self.intake, instant, [:], line)
    }

    /// Triage gives it to a seat, whose holder takes it.
    mutating func assign(to seat: DemoSeat, _ instant: Instant, accepted: Instant, _ line: String? = nil) {
        self.act("assign", by: self.triageOfficer, instant, ["assignee": .string(seat.post)], line)
        self.act("accept", by: seat.acting(as: "handler"), accepted)
    }

    /// The handler proposes and triage approves: never the same person.
    mutating func resolve(
        by seat: DemoSeat, _ instant: Instant, approved: Instant, _ work: String, outcome: String = "relief_granted",
        _ line: String? = nil
    ) {
        let fields: [String: FieldValue] = ["outcome_code": .string(outcome), "action_taken": .string(work)]
        self.act("propose_resolution", by: seat.acting(as: "handler"), instant, fields)
        self.act("approve", by: self.triageOfficer, approved, [:], line)
    }

    mutating func confirm(_ instant: Instant, _ line: String? = nil) {
        self.act("confirm", by: self.person.actor, instant, [:], line)
    }

    mutating func pass(to instant: Instant, _ line: String? = nil) { self.story.pass(to: instant, line) }
}
