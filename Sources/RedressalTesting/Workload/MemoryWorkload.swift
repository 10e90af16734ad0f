import Redressal

/// Who has how much to do, counted case by case from their histories: what every other way of counting has to equal.
package struct MemoryWorkload: WorkloadViews {
    private let timelines: [[TimelineEntry]]

    /// - Parameter timelines: Each case's events in order.
    package init(_ timelines: [[TimelineEntry]]) { self.timelines = timelines }

    private struct Holding: Hashable {
        let office: String
        let holder: String?
    }

    package func loads(_ question: LoadQuestion) async throws -> [Caseload] {
        var sums: [Holding: LoadFigures] = [:]
        for timeline in self.timelines {
            guard let state = Self.state(of: timeline), self.isMeant(state, question) else { continue }
            let holding = Holding(office: state.office, holder: state.assignee?.label)
            sums[holding] = (sums[holding] ?? LoadFigures()) + Self.figures(of: state, timeline, question)
        }
        return sums.map { Caseload(office: $0.key.office, holder: $0.key.holder, figures: $0.value) }
            .sorted { ($0.office, $0.holder ?? "") < ($1.office, $1.holder ?? "") }
    }

    package func forecast(_ question: ForecastQuestion) async throws -> [ForecastLine] {
        var clocks: [String: [CivilDate: [CaseID]]] = [:]
        for state in self.timelines.compactMap({ Self.state(of: $0) }) where !state.historical {
            guard let zone = try question.zones[state.office].map({ try CalendarZone(identifier: $0) }),
                !question.hiddenRespondents.contains(Self.respondent(of: state))
            else { continue }
            let last = zone.date(at: question.now).adding(days: question.days - 1)
            for timer in state.timers where timer.id.kind == .breach && timer.due > question.now {
                let day = zone.date(at: timer.due)
                if day <= last { clocks[state.office, default: [:]][day, default: []].append(state.id) }
            }
        }
        return clocks.flatMap { office, days in
            days.map { ForecastLine(office: office, day: $0.key, cases: Set($0.value).count, clocks: $0.value.count) }
        }.sorted { ($0.office, $0.day) < ($1.office, $1.day) }
    }

    package func openCases(of offices: [String]?, after id: CaseID?, limit: Int) async throws -> [CaseState] {
        let states = self.timelines.compactMap { Self.state(of: $0) }.sorted { $0.id < $1.id }
        let meant = states.filter { state in
            state.closed == nil && state.id.text > id?.text ?? "" && offices?.contains(state.office) != false
        }
        return Array(meant.prefix(limit))
    }

    private func isMeant(_ state: CaseState, _ question: LoadQuestion) -> Bool {
        question.offices?.contains(state.office) != false && state.closed.map { $0 >= question.since } != false
            && !question.hiddenRespondents.contains(Self.respondent(of: state))
    }

    private static func respondent(of state: CaseState) -> String {
        state.fields[CaseState.respondentField]?.text ?? ""
    }

    private static func state(of timeline: [TimelineEntry]) -> CaseState? {
        guard let first = timeline.first, var state = CaseState(opening: first.record, hash: first.hash) else {
            return nil
        }
        for entry in timeline.dropFirst() { state.apply(entry.record, hash: entry.hash) }
        return state
    }

    private static func figures(
        of state: CaseState, _ timeline: [TimelineEntry], _ question: LoadQuestion
    ) -> LoadFigures {
        var figures = LoadFigures()
        figures.cases = 1
        figures.reopened = state.reopened > 0 ? 1 : 0
        if state.closed == nil {
            figures.open = 1
            figures.overdue = state.isBreached ? 1 : 0
            let age = state.opened.milliseconds(to: question.until)
            figures.ages[LoadFigures.ages.firstIndex { age < Int64($0) * 86_400_000 } ?? LoadFigures.ages.count] = 1
        }
        let end = min(state.closed ?? question.until, question.until)
        figures.time = max(0, max(state.opened, question.since).milliseconds(to: end))
        figures.paused = ClockName.allCases.map { Self.paused($0, timeline, question) }.max() ?? 0
        return figures
    }

    private static func paused(_ clock: ClockName, _ timeline: [TimelineEntry], _ question: LoadQuestion) -> Int64 {
        var sum: Int64 = 0
        var start: Instant?
        func end(_ instant: Instant) {
            if let begin = start {
                sum += max(0, max(begin, question.since).milliseconds(to: min(instant, question.until)))
            }
            start = nil
        }
        for entry in timeline {
            switch entry.record.event {
            case .clockPaused(let facts) where facts.clock == clock:
                end(entry.record.occurred)
                start = entry.record.occurred
            case .clockResumed(let facts) where facts.clock == clock: end(entry.record.occurred)
            case .clockStopped(let facts) where facts.clock == clock: end(entry.record.occurred)
            default: break
            }
        }
        end(question.until)
        return sum
    }
}
