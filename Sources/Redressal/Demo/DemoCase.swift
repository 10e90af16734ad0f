/// Writes down what happens to one case of the demo, step by step in order of time.
struct DemoCase {
    /// The account that vouches for the demo's past.
    static let voucher = "demo"

    let id: CaseID
    private(set) var steps: [DemoStep] = []
    private let name: String
    private let subject: String?
    private let channel: String

    /// - Parameters:
    ///   - name: What tells this case from the demo's others; its ids are made of it.
    ///   - subject: Whose key seals what is personal.
    init(_ name: String, subject: String? = nil, channel: String) {
        self.id = Self.id(of: name)
        self.name = name
        self.subject = subject
        self.channel = channel
    }

    /// The id of the case of a name.
    static func id(of name: String) -> CaseID { CaseID(DerivedID.uuid("demo", name)) }

    mutating func open(_ request: OpenCase, by actor: Actor, at instant: Instant, _ line: String? = nil) {
        self.add(.open(request), by: actor, at: instant, line)
    }

    mutating func act(
        _ action: String, by actor: Actor, at instant: Instant, _ fields: [String: FieldValue] = [:],
        _ line: String? = nil
    ) {
        self.add(.act(TakeAction(action: action, fields: fields)), by: actor, at: instant, line)
    }

    /// Nothing happens until an instant, except what is due by then.
    mutating func pass(to instant: Instant, _ line: String? = nil) {
        self.add(.endHistory(EndHistory(live: false)), by: .system, at: instant, line)
    }

    private mutating func add(_ request: CommandRequest, by actor: Actor, at instant: Instant, _ line: String?) {
        let command = Command(
            id: CommandID(DerivedID.uuid("demo", self.name, String(self.steps.count))), case: self.id, actor: actor,
            channel: self.channel, occurred: instant, vouched: Self.voucher, request: request)
        self.steps.append(DemoStep(at: instant, draft: CommandDraft(command, subject: self.subject), line: line))
    }
}
