import Redressal

/// A case as one line of a list.
struct QueueLine: Sendable {
    let values: [String: any Sendable]

    init(_ listing: CaseListing, _ catalog: DefinitionCatalog, _ speech: Speech, at now: Instant) {
        let workflow = catalog.workflow(named: listing.workflow)
        let clock = OfficeClock(listing.office, catalog, speech, at: now)
        var values: [String: any Sendable] = [
            "reference": listing.reference, "workflow": workflow.map { speech.workflow($0) } ?? listing.workflow,
            "state": speech.state(listing.state, of: workflow),
            "office": catalog.org.office(listing.office)?.name ?? listing.office,
            "due": listing.due.map { clock.due($0) } ?? speech("due.none"),
            "isOverdue": listing.breached, "isEscalated": listing.level > 0,
            "level": speech("badges.level", ["level": String(listing.level)]),
        ]
        if let assignee = listing.assignee { values["assignee"] = assignee }
        if let severity = listing.severity {
            values["severity"] = speech.code(severity, of: "severity", in: workflow)
            values["isUrgent"] = severity != "standard"
        }
        self.values = values
    }
}
