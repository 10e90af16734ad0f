/// How a case's due instants came about, line by line, for people.
package struct ClockExplanation: Sendable {
    /// One step of the account.
    package struct Line: Hashable, Sendable, Codable {
        package let at: Instant
        package let clock: ClockName
        package let text: String
        package let due: Instant?
    }

    package private(set) var lines: [Line] = []
    private let catalog: DefinitionCatalog
    /// The clocks whose present target counts working time; for the others holidays do not matter.
    private var business: Set<ClockName> = []
    /// The fields as the events so far have them: dates that targets name, and reasons.
    private(set) var fields: [String: FieldValue] = [:]
    /// The action done last, and by whom.
    private var action: String?
    private var deed: String?
    /// Where the case stands, and where it stood before.
    private var state = ""
    private var left = ""

    /// - Parameters:
    ///   - events: The case's events in order.
    ///   - catalog: The definitions, for the holidays that lay in between; unknown calendars are left unexplained.
    package init(_ events: [EventRecord], catalog: DefinitionCatalog) {
        self.catalog = catalog
        for event in events { self.add(event) }
    }

    private mutating func add(_ record: EventRecord) {
        switch record.event {
        case .caseOpened(let facts):
            self.fields = facts.fields
            self.state = facts.state
        case .actionTaken(let facts):
            self.fields.merge(facts.fields) { $1 }
            self.action = facts.action
            self.deed = "'\(facts.action)'" + (record.actor == .system ? "" : " by \(Self.words(record.actor))")
            (self.left, self.state) = (facts.from, facts.to)
        case .clockStarted(let facts):
            self.note(facts.clock, target: facts.target)
            let target = self.words(target: facts.target, on: facts.calendar)
            let what = facts.clock == .state ? "'\(self.state)'" : "the whole case"
            let after = self.deed.map { ", after \($0)" } ?? ""
            self.add(facts.clock, facts.from, "started: \(target) for \(what)\(after)", facts.due)
            self.addNotes(facts.clock, facts.calendar, from: facts.from, to: facts.due)
        case .clockPaused(let facts):
            let left = Self.words(facts.remaining)
            let kind = facts.business ? "working time" : "time"
            let after = self.deed.map { " after \($0)" } ?? ""
            self.add(facts.clock, facts.at, "paused in '\(facts.reason)'\(after), \(left) of \(kind) left", nil)
        case .clockResumed(let facts):
            let why =
                facts.reason == .cap ? "the longest pause allowed was reached" : self.deed ?? "the wait ended"
            self.add(facts.clock, facts.at, "resumed after \(Self.words(facts.paused)), \(why)", facts.due)
            self.addNotes(facts.clock, facts.calendar, from: facts.at, to: facts.due)
        case .clockMoved(let facts):
            self.note(facts.clock, target: facts.target)
            let why = self.why(facts.reason, record)
            self.add(facts.clock, facts.at, "\(Self.words(facts.reason)) from \(facts.old)\(why)", facts.due)
            self.addNotes(facts.clock, facts.calendar, from: facts.old, to: facts.due)
        case .clockStopped(let facts):
            let what = facts.clock == .state ? "'\(self.left)'" : "the whole case"
            self.add(facts.clock, facts.at, "\(what) ended " + (facts.breached ? "after its deadline" : "in time"), nil)
        case .reminderDue(let facts):
            self.add(facts.clock, record.occurred, "reminder: \(facts.percent) % of the time used", nil)
        case .deadlineBreached(let facts):
            let late = Self.words(facts.due.milliseconds(to: facts.detected))
            let noticed = facts.due < facts.detected ? "noticed \(late) later" : "noticed at once"
            self.add(facts.clock, facts.due, "deadline passed (\(noticed))", nil)
        case .escalationRaised(let facts):
            let passed = facts.skipped.map { "level \($0.level) \($0.role): \($0.reason.words)" }.joined(
                separator: "; ")
            let to = "escalated to level \(facts.level), \(facts.role) at \(facts.office)"
            self.add(facts.clock, record.occurred, passed.isEmpty ? to : "\(to) (passed over \(passed))", nil)
        case .caseOrphaned(let facts):
            self.add(facts.clock, record.occurred, "nobody up to the top of ladder \(facts.ladder) could take it", nil)
        case .escalationAcknowledged(let facts):
            self.add(facts.clock, record.occurred, "level \(facts.level) acknowledged", nil)
        case .caseLinked, .workflowVersionChanged, .historyEnded: break
        }
    }

    private mutating func add(_ clock: ClockName, _ at: Instant, _ text: String, _ due: Instant?) {
        self.lines.append(Line(at: at, clock: clock, text: text, due: due))
    }

    private mutating func note(_ clock: ClockName, target: String) {
        if TimeSpan(target)?.unit.isBusiness == true {
            self.business.insert(clock)
        } else {
            self.business.remove(clock)
        }
    }

    private mutating func addNotes(_ clock: ClockName, _ calendar: CalendarReference, from: Instant, to: Instant) {
        guard self.business.contains(clock), from < to, let calendar = self.catalog.calendar(calendar) else { return }
        for note in calendar.explain(from: from, to: to) {
            self.add(clock, from, "  \(note)", nil)
        }
    }

    /// Who moved a deadline, and with which reason when somebody gave more time.
    private func why(_ reason: ClockMoved.Reason, _ record: EventRecord) -> String {
        let who = record.actor == .system ? "" : " by \(Self.words(record.actor))"
        let workflow = self.catalog.workflow(record.workflow)
        let action = workflow?.actions.first { $0.name.rawValue == self.action && $0.effects.extend != nil }
        guard reason == .extended, let field = action?.effects.extend?.reason,
            let text = self.fields[field.rawValue]?.text, !text.isEmpty
        else { return who }
        return "\(who), reason: \(text)"
    }
}
