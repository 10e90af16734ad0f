import Redressal

/// A case as one line of the list of what waits for somebody.
struct WaitingLine: Sendable {
    let values: [String: any Sendable]
    /// What it is about, as a list has it; empty where the workflow shows nothing of it.
    let about: [String: any Sendable]

    /// - Parameter glance: nil for a case that went away since the list was read.
    init(
        _ listing: CaseListing, _ glance: CaseGlance?, _ catalog: DefinitionCatalog, _ speech: Speech, at now: Instant
    ) {
        var values = QueueLine(listing, catalog, speech, at: now).values
        let shown = ShownFields(glance?.fields ?? [:], at: CaseStep(listing), catalog, speech, at: now).values
        values["shown"] = shown
        let texts = shown.compactMap { $0["text"] as? String }
        self.about = texts.isEmpty ? [:] : ["about": texts.joined(separator: " · ")]
        if let since = glance?.since {
            let clock = OfficeClock(listing.office, catalog, speech, at: now)
            values["waited"] = speech(
                "queues.waited", ["time": Self.time(since, now, speech), "when": clock.text(since)])
        }
        self.values = values
    }

    /// Whole days by the clock, as the citizen counts them.
    private static func time(_ since: Instant, _ now: Instant, _ speech: Speech) -> String {
        let days = Int(since.milliseconds(to: now) / 86_400_000)
        return days > 0 ? speech("queues.waited_days", count: days) : speech("queues.waited_briefly")
    }
}
