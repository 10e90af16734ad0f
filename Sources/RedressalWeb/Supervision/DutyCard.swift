import Redressal

/// A duty that a ladder gave to somebody, with what can be done about it.
struct DutyCard: Sendable {
    private let line: EscalationLine
    /// Who had it before and was silent; nil for nobody.
    private let unanswered: UnansweredDuty?
    /// The clock that it is about, as it stands now; nil once it has stopped.
    private let deadline: (ClockName, ClockState)?
    /// What who decides wants to read.
    private let shown: ShownFields
    private let offers: [Offer]
    private let workflow: WorkflowDefinition?
    private let catalog: DefinitionCatalog
    private let speech: Speech
    private let clock: OfficeClock

    /// - Parameters:
    ///   - timeline: The case's events in order.
    ///   - offers: What whoever looks could do about the case.
    init(
        _ line: EscalationLine, _ state: CaseState, _ timeline: [TimelineEntry], _ offers: [Offer],
        _ catalog: DefinitionCatalog, _ speech: Speech, at now: Instant
    ) {
        self.line = line
        self.unanswered = UnansweredDuty(before: line.seq, in: timeline)
        self.deadline = ClockName(rawValue: line.clock).flatMap { name in state.clocks[name].map { (name, $0) } }
        self.offers = offers.filter { $0.refusal == nil }
        self.workflow = catalog.workflow(state.workflow)
        self.catalog = catalog
        self.speech = speech
        self.clock = OfficeClock(line.office, catalog, speech, at: now)
        self.shown = ShownFields(
            state.fields, at: CaseStep(state), catalog, speech, at: now)
    }

    /// - Parameter key: That of the form which acknowledges.
    func values(key: String) -> [String: any Sendable] {
        var values: [String: any Sendable] = [
            "reference": self.line.reference, "address": self.address, "key": key,
            "level": self.speech("badges.level", ["level": String(self.line.level)]),
            "since": self.clock.text(self.line.raised),
            "workflow": self.workflow.map { self.speech.workflow($0) } ?? self.line.workflow,
            "state": self.speech.state(self.line.state, of: self.workflow),
            "office": self.catalog.org.office(self.line.office)?.name ?? self.line.office,
            "holder": self.line.holder, "why": self.why, "choices": self.choices, "hasChoices": !self.choices.isEmpty,
            "shown": self.shown.values,
        ]
        if let acknowledged = self.line.acknowledged {
            values["acknowledged"] = self.speech(
                "supervision.acknowledged", ["when": self.clock.text(acknowledged)])
        } else if let acknowledging {
            values["acknowledging"] = acknowledging.action.name.rawValue
            values["acknowledge"] = self.title(of: acknowledging)
        }
        return values
    }

    private var address: String { "/console/cases/\(self.line.reference)" }

    /// Which deadline was missed, unless somebody brought it up before, who was silent, and who was passed over.
    private var why: String {
        let deadline = self.deadline.map { name, clock in
            self.speech(
                clock.breached ? "supervision.missed" : "supervision.early",
                ["clock": self.speech("clocks.\(name.rawValue)"), "when": self.clock.text(clock.due)])
        }
        let silent = self.unanswered.map {
            self.speech(
                "supervision.unanswered",
                ["role": self.speech.role($0.role), "account": $0.user, "when": self.clock.text($0.raised)])
        }
        let skipped = self.line.skipped.map {
            self.speech("supervision.skipped", ["role": self.speech.role($0.role), "why": $0.reason.words])
        }
        return ([deadline, silent].compactMap(\.self) + skipped).joined(separator: " ")
    }

    /// What acknowledges without asking for anything.
    private var acknowledging: Offer? {
        self.offers.first { $0.action.effects.acknowledge && $0.action.fields.allSatisfy { !$0.isRequired } }
    }

    /// What else can be done, on the case's own page.
    private var choices: [[String: any Sendable]] {
        self.offers.filter { !$0.action.effects.acknowledge }.map {
            ["title": self.title(of: $0), "address": "\(self.address)#action-\($0.action.name)"]
        }
    }

    private func title(of offer: Offer) -> String {
        self.workflow.map { self.speech.action(offer.action, of: $0) } ?? offer.action.name.rawValue
    }
}
