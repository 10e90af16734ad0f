import Redressal

/// A case as the offices see it: where it stands, by when what is due, what is known, and what can be done.
struct CaseView: Sendable {
    let state: CaseState
    var forms: [ActionForm]
    /// Cases that may be about the same thing.
    var lookalikes: [CaseListing] = []
    /// What the case that was just opened from this one needs to be followed; nil for none.
    var receipt: (reference: String, pin: String)?
    /// Whose word it waits for; nil where the page does not tell.
    var waits: WaitsLine?
    /// The files of the case.
    var files: [Attachment] = []
    /// By whose orders what was written in it is gone.
    var erasures: [Erasure] = []
    /// What the role would allow but the case does not now.
    let refused: [Offer]
    let timeline: [TimelineEntry]
    let workflow: WorkflowDefinition?
    let catalog: DefinitionCatalog
    let speech: Speech
    let clock: OfficeClock
    private let now: Instant

    init(
        _ state: CaseState, _ offers: [Offer], _ timeline: [TimelineEntry], _ catalog: DefinitionCatalog,
        _ speech: Speech, at now: Instant
    ) {
        let workflow = catalog.workflow(state.workflow)
        let place = FormPlace(state.office, catalog, at: now)
        self.state = state
        self.timeline = timeline
        self.workflow = workflow
        self.catalog = catalog
        self.speech = speech
        self.now = now
        self.clock = OfficeClock(state.office, catalog, speech, at: now)
        self.refused = offers.filter { !$0.isOpen }
        self.forms =
            workflow.map { workflow in
                offers.filter(\.isOpen).map { offer in
                    ActionForm(
                        offer, of: workflow, place, speech, holding: state.fields,
                        unasked: SpawnedCase(offer.action, of: workflow, catalog)?.party)
                }
            } ?? []
    }

    /// Replaces an action's form by one that was filled in.
    mutating func show(_ form: ActionForm) {
        self.forms = self.forms.map { $0.name == form.name ? form : $0 }
    }

    /// - Parameter key: Makes the key of each form.
    func values(key: () -> String) -> [String: any Sendable] {
        let address = "/console/cases/\(self.state.reference)"
        return [
            "reference": self.state.reference, "address": address,
            "waits": self.waits?.text ?? "", "hasWaits": self.waits?.text != nil,
            "owed": self.owedLines, "isYourTurn": self.waits?.isYours ?? false,
            "workflow": self.workflow.map { self.speech.workflow($0) } ?? self.state.workflow.name,
            "version": self.state.workflow.version,
            "state": self.speech.state(self.state.state, of: self.workflow),
            "office": self.catalog.org.office(self.state.office)?.name ?? self.state.office,
            "zone": self.clock.zoneName, "assignee": self.state.assignee?.label ?? self.speech("case.nobody"),
            "opened": self.clock.text(self.state.opened), "since": self.clock.text(self.state.since),
            "badges": self.badges, "hasLookalikes": !self.lookalikes.isEmpty,
            "lookalikes": self.lookalikes.map { QueueLine($0, self.catalog, self.speech, at: self.now).values },
            "files": self.fileLinks, "hasFiles": !self.files.isEmpty, "clocks": self.clocks, "facts": self.facts,
            "links": self.links, "hasLinks": self.state.parent != nil || !self.state.links.isEmpty,
            "erasures": self.erasures.compactMap(self.erased), "progress": self.progress,
            "hasReceipt": self.receipt != nil,
            "receipt": ["reference": self.receipt?.reference ?? "", "pin": self.receipt?.pin ?? ""],
            "history": self.history, "hasHistory": !self.timeline.isEmpty, "routine": self.routine,
            "forms": self.usual.map { $0.values(to: address, key: key(), self.speech) },
            "hasForms": !self.forms.isEmpty, "hasRare": !self.rare.isEmpty,
            "rare": self.rare.map { $0.values(to: address, key: key(), self.speech) },
            "isRareOpen": self.rare.contains(where: \.isOpen),
            "rareNames": self.rare.map(\.title).joined(separator: " · "),
            "refused": self.refusals, "hasRefused": !self.refused.isEmpty,
        ]
    }

    /// What stands in place of the words.
    private func erased(_ erasure: Erasure) -> String? {
        guard let done = erasure.doneAt, let approver = erasure.approvedBy else { return nil }
        return self.speech(
            "case.erased",
            [
                "when": self.clock.text(done), "asker": erasure.askedBy, "approver": approver,
                "reason": erasure.reason,
            ])
    }

    private var badges: [[String: any Sendable]] {
        var badges: [(String, String)] = []
        if let severity = self.state.severity, severity != "standard" {
            badges.append(("urgent", self.speech.code(severity, of: "severity", in: self.workflow)))
        }
        if self.state.isBreached { badges.append(("overdue", self.speech("badges.overdue"))) }
        if self.state.escalationLevel > 0 {
            badges.append(("level", self.speech("badges.level", ["level": String(self.state.escalationLevel)])))
        }
        if self.state.orphaned { badges.append(("orphan", self.speech("badges.orphan"))) }
        for (event, count) in self.state.counts.sorted(by: { $0.key < $1.key }) where count > 0 {
            // Of what has happened before, what matters to whoever works on it now.
            guard self.state.closed == nil, self.state.state != "resolved",
                let mark = self.speech.known("\(self.state.workflow.name).marks.\(event)")
            else { continue }
            badges.append(("mark", mark))
        }
        badges += self.lacks.map { ("mark", $0) }
        if self.state.closed != nil { badges.append(("closed", self.speech("badges.closed"))) }
        return badges.map { ["kind": $0.0, "text": $0.1] }
    }

    private var clocks: [[String: any Sendable]] {
        self.state.clocks.sorted { $0.key.rawValue < $1.key.rawValue }.map { name, clock in
            [
                "name": self.speech("clocks.\(name.rawValue)"),
                "text": clock.pause == nil ? self.clock.due(clock.due) : self.speech("due.paused"),
                "isOverdue": clock.breached,
            ]
        }
    }

    private var facts: [[String: any Sendable]] {
        guard let workflow else { return [] }
        return workflow.fields.compactMap { field in
            guard let value = self.state.fields[field.name.rawValue] else { return nil }
            var fact: [String: any Sendable] = [
                "label": self.speech.field(field.name, of: workflow), "isLong": field.type.isFreeText,
            ]
            let shown = ShownValue(value, of: field, in: workflow, self.catalog, self.speech, self.clock)
            fact["isSealed"] = shown.isSealed
            fact["text"] = shown.text
            return fact
        }
    }

    private var fileLinks: [[String: any Sendable]] {
        self.files.map { file in
            [
                "address": "/cases/\(self.state.id)/attachments/\(file.id)",
                "name": self.speech("case.file.\(file.type.wordKey)"),
                "size": self.speech("case.file.size", ["size": String(max(1, file.bytes / 1000))]),
                "when": self.clock.text(file.uploaded),
            ]
        }
    }

    private var refusals: [[String: any Sendable]] {
        self.refused.map { offer in
            [
                "title": self.workflow.map { self.speech.action(offer.action, of: $0) } ?? offer.action.name.rawValue,
                "why": offer.refusal.map { self.reason(for: offer, $0) } ?? "",
            ]
        }
    }

    /// Why an action is not possible: in the workflow's own words where a translator wrote some, for guards speak code.
    private func reason(for offer: Offer, _ refusal: Rejection) -> String {
        let known = self.workflow.flatMap { self.speech.known("\($0.name).not_now.\(offer.action.name)") }
        guard refusal.code == .guardFailed, let known else { return self.clock.localised(refusal.message) }
        return known
    }
}
