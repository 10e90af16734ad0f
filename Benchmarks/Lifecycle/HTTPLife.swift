import RedressalTesting

@testable import Redressal

/// The life of one complaint as requests: those of ``ComplaintLife`` as people send them.
struct HTTPLife: Sendable {
    let number: Int
    /// By account.
    let tokens: [String: String]

    private var seat: DemoSeat { ComplaintLife.seats[self.number % ComplaintLife.seats.count] }

    /// The request of a step.
    ///
    /// - Parameter id: The case; nothing before it is created.
    func request(_ step: LifeStep, on id: String) -> LoadRequest {
        switch step {
        case .create: self.opening
        case .acknowledge: self.act("acknowledge", on: id, by: .oneWindow, "intake")
        case .inbox: .get("/queues/office?limit=50", by: self.token(DemoSeat.citizensOffice.user))
        case .assign:
            self.act("assign", on: id, by: .citizensOffice, "triage_officer", #"{"assignee": "\#(self.seat.post)"}"#)
        case .accept: self.act("accept", on: id, by: self.seat, "handler")
        case .resolve: self.act("propose_resolution", on: id, by: self.seat, "handler", Self.resolution)
        case .approve: self.act("approve", on: id, by: .citizensOffice, "triage_officer")
        case .search:
            .get("/search?q=\(ServedLoad.word(self.number))", by: self.token(DemoSeat.citizensOffice.user))
        case .confirm:
            .post(
                "/cases/\(id)/actions/confirm", by: self.token(ServedSystem.portal),
                #"{"actor": {"user": "\#(self.citizen)", "role": "complainant"}}"#)
        }
    }

    /// Somebody whom no programme knows and the website vouches for.
    private var citizen: String { "\(ServedSystem.portal).resident-\(self.number)" }

    private static let resolution = """
        {"outcome_code": "relief_granted", "action_taken": "The pump was mended on Tuesday; the clerk gave the money back."}
        """

    private var opening: LoadRequest {
        .post(
            "/cases", by: self.token(ServedSystem.portal),
            """
            {"workflow": "complaint", "office": "\(self.seat.office)", "severity": "standard", "channel": "web",
             "actor": {"user": "\(self.citizen)", "role": "complainant"},
             "fields": {"summary": "No water since May at \(ServedLoad.word(self.number)), and the clerk asked for money",
                        "language": "km", "category": "informal_payment", "complainant_ref": "\(self.citizen)",
                        "complainant_name": "Marlow Exampleton", "safe_contact": "+855 12 555 0181", "sex": "female",
                        "anonymous": false}}
            """)
    }

    private func act(
        _ action: String, on id: String, by seat: DemoSeat, _ role: String, _ fields: String = "{}"
    ) -> LoadRequest {
        .post(
            "/cases/\(id)/actions/\(action)", by: self.token(seat.user),
            #"{"actor": {"role": "\#(role)", "post": "\#(seat.post)"}, "fields": \#(fields)}"#)
    }

    private func token(_ account: String) -> String { self.tokens[account] ?? "" }
}
