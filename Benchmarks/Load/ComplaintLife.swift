import RedressalTesting

@testable import Redressal

/// The life of one complaint as commands: filed, acknowledged, assigned, accepted, resolved, approved, confirmed.
struct ComplaintLife {
    /// How many commands it takes.
    static let steps = 7
    /// How many of them leave it open, in the hands of an officer.
    static let openSteps = 4

    /// Offices that complaints are spread over, and who handles them there.
    static let seats: [DemoSeat] = [
        .thmeiHealth, .tuekThlaHealth, .khmuonhHealth, .koukKhleangHealth, .thmeiSchool, .tuekThlaSchool,
        .khmuonhSchool,
        .koukKhleangSchool,
    ]
    /// The accounts of the offices that act in it, wherever it is.
    static let people = ([DemoSeat.oneWindow, .citizensOffice] + Self.seats).map(\.user)

    let id: CaseID
    /// Who handles it.
    let seat: DemoSeat
    private let severity: String

    /// - Parameters:
    ///   - number: Tells it from the others.
    ///   - seat: Who handles it, in the office it is about.
    init(_ number: Int, at seat: DemoSeat = .tuekThlaHealth, severity: String = "standard") {
        self.id = CaseID(DerivedID.uuid("bench", String(number)))
        self.seat = seat
        self.severity = severity
    }

    /// One of its commands.
    func command(_ step: Int, at instant: Instant) -> Command {
        let (actor, request) = self.steps[step]
        return Command(
            id: CommandID("\(self.id)-\(step)"), case: self.id, actor: actor, channel: "one_window", occurred: instant,
            request: request)
    }

    /// A sealed sentence.
    private static let box = String(repeating: "b", count: 120)

    private var steps: [(Actor, CommandRequest)] {
        let triage = DemoSeat.citizensOffice.acting(as: "triage_officer")
        let handler = self.seat.acting(as: "handler")
        return [
            (DemoPerson.khmerWoman.actor, .open(self.opening)),
            (DemoSeat.oneWindow.acting(as: "intake"), self.act("acknowledge")),
            (triage, self.act("assign", ["assignee": .string(self.seat.post)])),
            (handler, self.act("accept")),
            (
                handler,
                self.act(
                    "propose_resolution",
                    [
                        "outcome_code": .string("relief_granted"),
                        "action_taken": .boxed(Self.box),
                    ])
            ),
            (triage, self.act("approve")),
            (DemoPerson.khmerWoman.actor, self.act("confirm")),
        ]
    }

    private var opening: OpenCase {
        OpenCase(
            workflow: "complaint", office: self.seat.office, severity: self.severity,
            fields: [
                "summary": .boxed(Self.box),
                "language": .string("km"), "category": .string("informal_payment"),
                "complainant_ref": .string(DemoPerson.khmerWoman.user), "complainant_name": .boxed(Self.box),
                "safe_contact": .boxed(Self.box), "sex": .boxed(Self.box), "anonymous": .boolean(false),
            ])
    }

    private func act(_ name: String, _ fields: [String: FieldValue] = [:]) -> CommandRequest {
        .act(TakeAction(action: name, fields: fields))
    }
}
