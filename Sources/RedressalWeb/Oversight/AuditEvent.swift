import Redressal

/// An event as auditors see it: who did what, in which seat, for whom, under which rules, when, and what proves it.
struct AuditEvent: Sendable {
    let entry: TimelineEntry
    private let workflow: WorkflowDefinition?
    private let speech: Speech
    private let clock: OfficeClock

    init(_ entry: TimelineEntry, _ catalog: DefinitionCatalog, _ speech: Speech, _ clock: OfficeClock) {
        self.entry = entry
        self.workflow = catalog.workflow(entry.record.workflow)
        self.speech = speech
        self.clock = clock
    }

    /// What is shown of it in the list.
    func values(isChosen: Bool) -> [String: any Sendable] {
        let record = self.entry.record
        let line = HistoryLine(self.entry, self.workflow, self.speech, self.clock).values
        return line.merging([
            "seq": record.seq, "isChosen": isChosen, "recorded": self.clock.text(record.recorded),
            "isLate": HistoryLine.isLate(record),
        ]) { $1 }
    }

    /// All of it, as lines of a name and a text.
    ///
    /// - Throws: `EncodingError`, `DecodingError` for facts that are no JSON, which the log cannot hold.
    func details() throws -> [[String: any Sendable]] {
        let record = self.entry.record
        var lines: [(String, String?)] = [
            ("kind", record.event.kind.rawValue), ("name", self.entry.name), ("user", record.actor.user),
            ("role", record.actor.role), ("post", record.actor.post), ("office", record.actor.office),
            ("on_behalf_of", record.actor.onBehalfOf), ("channel", record.channel),
            (
                "workflow",
                self.speech.version(
                    record.workflow.version, of: self.workflow.map { self.speech.workflow($0) } ?? record.workflow.name)
            ),
            ("workflow_hash", record.workflow.hash),
            ("calendar", record.event.calendar.map { self.speech.version($0.version, of: $0.id) }),
            ("occurred", "\(record.occurred)"), ("recorded", "\(record.recorded)"),
            ("command", "\(record.command)"),
            ("place", "\(self.entry.partition)/\(self.entry.offset), \(record.epoch)"),
            ("prev", record.prev.description), ("hash", self.entry.hash.description),
        ]
        lines += try ShownFacts(record.event).members.map { ("fact.\($0)", $1) }
        return lines.compactMap { name, text in
            text.map { text in
                let label = name.hasPrefix("fact.") ? String(name.dropFirst(5)) : self.speech("audit.event.\(name)")
                return ["label": label, "text": text, "isFact": name.hasPrefix("fact.")]
            }
        }
    }
}

extension CaseEvent {
    /// The version of the calendar that a due date in it was computed by; nil where it computes none.
    fileprivate var calendar: CalendarReference? {
        switch self {
        case .clockStarted(let facts): facts.calendar
        case .clockMoved(let facts): facts.calendar
        case .clockResumed(let facts): facts.calendar
        default: nil
        }
    }
}
