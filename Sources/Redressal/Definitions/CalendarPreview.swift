/// What new versions of calendars would do to the deadlines that run: decided case by case as the engine will decide it.
package struct CalendarPreview: Sendable {
    /// A deadline that would move.
    package struct Move: Hashable, Sendable, Codable {
        package let reference: String
        package let office: String
        package let clock: ClockName
        package let old: Instant
        package let due: Instant
    }

    /// How many deadlines of an office would move, and how many would not.
    package struct Office: Hashable, Sendable, Codable {
        package var earlier = 0
        package var later = 0
        package var unmoved = 0
        /// Those that are over stay over, whatever the calendar says now.
        package var breached = 0

        package init() {}
    }

    /// How many moves are told one by one.
    package static let mostMoves = 20

    package private(set) var offices: [String: Office] = [:]
    /// The first of them, in the order in which their cases came.
    package private(set) var moves: [Move] = []
    private let decider: Decider
    private let calendars: Set<String>
    private let now: Instant

    /// - Parameters:
    ///   - catalog: The definitions in force.
    ///   - calendars: The new versions.
    ///   - now: The moment at which they would come into force.
    package init(_ catalog: DefinitionCatalog, with calendars: [BusinessCalendar], at now: Instant) {
        var catalog = catalog
        for calendar in calendars { catalog.add(calendar) }
        self.decider = Decider(DecisionContext(catalog: catalog, now: now, epoch: 0))
        self.calendars = Set(calendars.map(\.id))
        self.now = now
    }

    /// Takes an open case into account.
    package mutating func add(_ state: CaseState) {
        let clocks = state.clocks.filter { self.calendars.contains($0.value.calendar.id) }
        guard state.closed == nil, !clocks.isEmpty else { return }
        let trial = Command(
            id: CommandID("preview"), case: state.id, actor: .system, channel: "preview", occurred: self.now,
            request: .recomputeClocks(RecomputeClocks(reason: "preview")))
        let events = (try? self.decider.decide(trial, on: state))?.written.map(\.record.event) ?? []
        for (name, clock) in clocks.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            self.count(name, clock, of: state, events)
        }
    }

    private mutating func count(_ name: ClockName, _ clock: ClockState, of state: CaseState, _ events: [CaseEvent]) {
        let moved = events.compactMap { event -> ClockMoved? in
            if case .clockMoved(let facts) = event, facts.clock == name { facts } else { nil }
        }.last
        if clock.breached {
            self.offices[state.office, default: Office()].breached += 1
        } else if let moved {
            if moved.due < moved.old {
                self.offices[state.office, default: Office()].earlier += 1
            } else {
                self.offices[state.office, default: Office()].later += 1
            }
            guard self.moves.count < Self.mostMoves else { return }
            self.moves.append(
                Move(
                    reference: state.reference, office: state.office, clock: name, old: moved.old, due: moved.due))
        } else {
            self.offices[state.office, default: Office()].unmoved += 1
        }
    }

    /// All offices together.
    package var total: Office {
        self.offices.values.reduce(into: Office()) { sum, office in
            sum.earlier += office.earlier
            sum.later += office.later
            sum.unmoved += office.unmoved
            sum.breached += office.breached
        }
    }
}

extension BusinessCalendar {
    /// The next version with one more day off.
    ///
    /// - Throws: ``CalendarError`` when there is such a holiday on that day already.
    package func adding(_ holiday: Holiday) throws(CalendarError) -> BusinessCalendar {
        try BusinessCalendar(
            id: self.id, version: self.version + 1, timeZone: self.zone.identifier, hours: self.hours,
            overrides: self.overrides, holidays: self.holidays + [holiday], businessDay: self.businessDay)
    }
}
