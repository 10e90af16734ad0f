import Redressal

/// A case as its own people see it: what happens now, by when, what was said, and what they can do.
struct OwnCaseView: Sendable {
    let reference: String
    private(set) var forms: [ActionForm]
    /// The case that it was joined with.
    var successor: CaseState?
    /// The files that show what was done.
    var evidence: [Attachment] = []
    /// Whether it went on in a lane, of which this page tells nothing more.
    var isHandedOver = false
    /// When what was written in it was erased; nil for what was not.
    var erased: Instant?
    private let state: CaseState
    private let timeline: [TimelineEntry]
    private let workflow: WorkflowDefinition?
    private let catalog: DefinitionCatalog
    private let speech: Speech
    private let clock: OfficeClock
    /// Whether the case waits for its own people.
    private let isTheirTurn: Bool

    init(
        _ state: CaseState, _ offers: [Offer], of offering: WorkflowDefinition?, _ timeline: [TimelineEntry],
        _ catalog: DefinitionCatalog, _ speech: Speech, at now: Instant
    ) {
        let place = FormPlace(state.office, catalog, at: now)
        self.reference = state.reference
        self.state = state
        self.timeline = timeline
        self.workflow = catalog.workflow(state.workflow)
        self.catalog = catalog
        self.speech = speech
        self.clock = OfficeClock(state.office, catalog, speech, at: now)
        self.isTheirTurn = catalog.awaited(on: state, at: now).contains { catalog.partyRoles.contains($0.role) }
        self.forms =
            offering.map { workflow in
                offers.map { offer in
                    ActionForm(
                        offer, of: workflow, place, speech,
                        title: speech.known("\(workflow.name).yours.\(offer.action.name)"))
                }
            } ?? []
    }

    /// Replaces an action's form by one that was filled in.
    mutating func show(_ form: ActionForm) {
        self.forms = self.forms.map { $0.name == form.name ? form : $0 }
    }

    /// - Parameter key: Makes the key of each form.
    func values(key: () -> String) -> [String: any Sendable] {
        var values: [String: any Sendable] = [
            "reference": self.reference, "state": self.speech.state(self.state.state, of: self.workflow),
            "workflow": self.workflow.map { self.speech.workflow($0) } ?? "",
            "office": self.catalog.org.office(self.state.office)?.name ?? self.state.office,
            "zone": self.clock.zoneName,
            "forms": self.forms.map { $0.values(to: "/track/case", key: key(), self.speech) },
            "hasForms": !self.forms.isEmpty, "facts": self.facts, "steps": self.steps,
            "answer": self.answer, "hasAnswer": !self.answer.isEmpty, "evidence": self.evidenceLinks,
        ]
        if self.isTheirTurn, let due = self.state.clocks[.state]?.due {
            values["until"] = self.speech("track.until", ["when": self.clock.text(due)])
        }
        if let workflow, let next = self.speech.known("\(workflow.name).told.\(self.state.state)") {
            values["next"] = next
        }
        if let successor {
            let workflow = self.catalog.workflow(successor.workflow)
            values["next"] = self.speech(
                "track.merged", ["state": self.speech.state(successor.state, of: workflow)])
        }
        if let erased { values["erased"] = self.speech("track.erased", ["when": self.clock.text(erased)]) }
        values["isHandedOver"] = self.isHandedOver
        if self.isHandedOver { values["next"] = self.speech("track.handed_over") }
        if self.state.closed == nil, let total = self.state.clocks[.total], total.pause == nil {
            values["promise"] = self.speech(
                total.breached ? "track.late" : "track.promise", ["when": self.clock.text(total.due)])
        }
        return values
    }

    /// What they said, and what was said to them; nothing that offices write for each other.
    private var facts: [[String: any Sendable]] {
        guard let portal = self.workflow?.portal else { return [] }
        return self.shown((portal.ask + portal.tell).filter { portal.toldIn[$0] == nil })
    }

    /// What the office says to it, where the case has come so far.
    private var answer: [[String: any Sendable]] {
        guard let portal = self.workflow?.portal else { return [] }
        let state = StateName(self.state.state)
        return self.shown(portal.tell.filter { portal.toldIn[$0]?.contains(state) == true })
    }

    private var evidenceLinks: [[String: any Sendable]] {
        self.evidence.map { file in
            [
                "address": "/track/case/files/\(file.id)", "isPicture": file.type.isPicture,
                "name": self.speech("case.file.\(file.type.wordKey)"),
            ]
        }
    }

    private func shown(_ names: [FieldName]) -> [[String: any Sendable]] {
        guard let workflow else { return [] }
        return names.compactMap { name in
            guard let field = workflow.field(name), let value = self.state.fields[name.rawValue] else { return nil }
            let shown = ShownValue(value, of: field, in: workflow, self.catalog, self.speech, self.clock)
            guard !shown.isSealed else { return nil }
            return ["label": self.speech.field(name, of: workflow), "text": shown.text]
        }
    }

    /// The states it went through, the latest first.
    private var steps: [[String: any Sendable]] {
        self.timeline.reversed().compactMap { entry in
            guard let to = entry.toState, to != entry.fromState else { return nil }
            return [
                "state": self.speech.state(to, of: self.workflow), "when": self.clock.text(entry.record.occurred),
            ]
        }
    }
}
