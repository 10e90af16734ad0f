/// Questions of supervisors to the read models: who has how much to do, and what falls due when.
package protocol WorkloadViews: Sendable {
    /// What there is to do, by office and by who holds it; in the order of these.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func loads(_ question: LoadQuestion) async throws -> [Caseload]

    /// How many running clocks run out on each of the coming days, by office and day; days without any are left out.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func forecast(_ question: ForecastQuestion) async throws -> [ForecastLine]

    /// Open cases whole, by their ids.
    ///
    /// - Parameters:
    ///   - offices: The only ones whose cases are given; nil for all.
    ///   - id: Right after which one; nil for the first.
    ///   - limit: The most to give.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func openCases(of offices: [String]?, after id: CaseID?, limit: Int) async throws -> [CaseState]
}

extension WorkloadViews {
    /// What new versions of calendars would do.
    ///
    /// - Parameters:
    ///   - offices: The only ones whose cases are looked at; nil for all.
    ///   - most: After how many cases to stop; nil looks at all.
    /// - Returns: The preview, and whether it is of all cases.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    package func preview(
        _ preview: CalendarPreview, of offices: [String]?, atMost most: Int? = nil
    ) async throws -> (CalendarPreview, isWhole: Bool) {
        var preview = preview
        var seen = 0
        var last: CaseID?
        while true {
            let states = try await self.openCases(of: offices, after: last, limit: 500)
            for state in states { preview.add(state) }
            seen += states.count
            guard let end = states.last, states.count == 500 else { return (preview, true) }
            if let most, seen >= most { return (preview, false) }
            last = end.id
        }
    }
}

/// Whose load is asked for, and over which time.
package struct LoadQuestion: Hashable, Sendable {
    /// The only offices; nil for all.
    package var offices: [String]?
    /// Accounts and posts: cases that complain about one of them are left out.
    package var hiddenRespondents: [String] = []
    /// Since when closed cases count.
    package var since: Instant
    /// Up to when time is counted: now.
    package var until: Instant

    package init(since: Instant, until: Instant) {
        self.since = since
        self.until = until
    }
}

/// Which days are asked for.
package struct ForecastQuestion: Hashable, Sendable {
    /// The time zone of each office that is asked for, by the names of the time zone database.
    package var zones: [String: String]
    /// Accounts and posts: cases that complain about one of them are left out.
    package var hiddenRespondents: [String] = []
    /// The clocks that run out after this instant are told of.
    package var now: Instant
    /// How many days, the present one included; each is a day of the office's own zone.
    package var days: Int

    package init(zones: [String: String], now: Instant, days: Int) {
        self.zones = zones
        self.now = now
        self.days = days
    }
}

/// How many clocks run out in an office on a day.
package struct ForecastLine: Hashable, Sendable, Codable {
    package let office: String
    /// The day in the office's zone.
    package let day: CivilDate
    package let cases: Int
    /// A case may have two clocks that run out on one day.
    package let clocks: Int

    package init(office: String, day: CivilDate, cases: Int, clocks: Int) {
        self.office = office
        self.day = day
        self.cases = cases
        self.clocks = clocks
    }
}
