import Redressal

extension CaseState {
    /// A complaint with a sealed phone number and a running clock, at event 2.
    ///
    /// - Parameter complainant: Who opened it.
    static func sample(
        id: CaseID = CaseID("case-1"), by complainant: String = "sok", about respondent: String? = nil
    ) -> CaseState? {
        let events = Self.sampleEvents(id: id, by: complainant, about: respondent)
        var state = events.first.flatMap { CaseState(opening: $0, hash: .none) }
        for event in events.dropFirst() { state?.apply(event, hash: .none) }
        return state
    }

    /// What led to it.
    static func sampleEvents(
        id: CaseID = CaseID("case-1"), by complainant: String = "sok", about respondent: String? = nil
    ) -> [EventRecord] {
        let opened = Instant(seconds: 1_775_795_400)
        let pin = WorkflowPin(name: "complaint", version: 2, hash: "h")
        let sealed = FieldValue.sealed(SealedValue(subject: "person-1", box: "c2VjcmV0"))
        var fields: [String: FieldValue] = [
            "category": .string("water"), "phone": sealed, "phones": .list([sealed]), "households": .integer(3),
        ]
        fields[CaseState.respondentField] = respondent.map { .string($0) }
        let facts = CaseOpened(
            reference: TrackingReference.make(for: id), state: "received", office: "kss", severity: nil,
            fields: fields, assignee: Assignee(post: "cell-officer"), parent: nil, historical: false)
        let clock = ClockStarted(
            clock: .state, generation: 1, target: "2bd", ladder: "std",
            calendar: CalendarReference(id: "kh-gov", version: 1), from: opened,
            due: opened.advanced(bySeconds: 172_800), length: 1, timers: [])
        func record(_ event: CaseEvent, _ seq: Int) -> EventRecord {
            EventRecord(
                case: id, seq: seq, prev: .none, epoch: 1, command: CommandID("c"), request: "", workflow: pin,
                actor: Actor(user: complainant, role: "complainant"), channel: "web", occurred: opened,
                recorded: opened,
                event: event)
        }
        return [record(.caseOpened(facts), 1), record(.clockStarted(clock), 2)]
    }
}
