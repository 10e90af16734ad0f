/// Where a case's time went, in milliseconds by the wall clock: the parts add up to the time that it was open.
///
/// Waiting is the citizen's when a party of the case could end it, another's when not. Of the rest, days off on the
/// calendar of the running clock are holidays; what is left is the time of the office that had the case. Time in a final
/// state counts for nobody.
package struct TimeSplit: Hashable, Sendable {
    /// While an office had the case, by office.
    package private(set) var offices: [String: Int64] = [:]
    /// While its clocks waited for a party of the case.
    package private(set) var citizen: Int64 = 0
    /// While its clocks waited for somebody else outside.
    package private(set) var pause: Int64 = 0
    /// On holidays, while a clock in working time stood still.
    package private(set) var holiday: Int64 = 0

    /// - Parameters:
    ///   - timeline: The case's events in order.
    ///   - end: Up to when; earlier than the last event counts up to that event.
    ///   - catalog: The definitions the case ran under; what it does not know waits for nobody and has no holidays.
    package init(_ timeline: [TimelineEntry], until end: Instant, catalog: DefinitionCatalog) {
        guard let first = timeline.first, var state = CaseState(opening: first.record, hash: first.hash) else { return }
        // Steps back in time, as some histories have them, count for nobody.
        var reached = state.opened
        for entry in timeline.dropFirst() {
            self.add(state, from: reached, to: entry.record.occurred, catalog)
            reached = max(reached, entry.record.occurred)
            state.apply(entry.record, hash: entry.hash)
        }
        self.add(state, from: reached, to: end, catalog)
    }

    private mutating func add(
        _ state: CaseState, from start: Instant, to end: Instant, _ catalog: DefinitionCatalog
    ) {
        guard state.closed == nil, start < end else { return }
        let length = start.milliseconds(to: end)
        if state.clocks.values.contains(where: { $0.pause != nil }) {
            if state.isWaitingForParty(catalog) { self.citizen += length } else { self.pause += length }
            return
        }
        let off = state.workingCalendar(catalog)?.holidayMilliseconds(from: start, to: end) ?? 0
        self.holiday += off
        self.offices[state.office, default: 0] += length - off
    }
}

extension CaseState {
    /// Whether a party's role could lead it out of the state in which it waits.
    fileprivate func isWaitingForParty(_ catalog: DefinitionCatalog) -> Bool {
        guard let workflow = catalog.workflow(self.workflow) else { return false }
        return workflow.actions.contains { action in
            action.from.contains(StateName(self.state)) && action.by.contains { workflow.parties[$0] != nil }
        }
    }

    /// The calendar of a clock that runs in working time; nil when none does.
    fileprivate func workingCalendar(_ catalog: DefinitionCatalog) -> BusinessCalendar? {
        let clock = ClockName.allCases.compactMap { self.clocks[$0] }
            .first { TimeSpan($0.target)?.unit.isBusiness == true }
        return clock.flatMap { catalog.calendar($0.calendar) }
    }
}
