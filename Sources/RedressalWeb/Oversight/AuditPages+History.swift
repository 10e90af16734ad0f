import Hummingbird
import Redressal

extension AuditPages {
    /// How many events are listed at a time, so that a page stays small.
    private static let block = 50

    /// `GET /console/audit/cases/{case}`: what happened, and where the case stood at a moment.
    func history(_ request: Request, of idOrReference: String, _ auditor: Auditor) async throws -> Response {
        let query = try Query(request, allowing: HistoryMoment.parameters + ["lang"])
        let state = try await self.desk.find(idOrReference, for: auditor.account)
        let timeline = try await self.desk.views.timeline(of: state.id)
        let speech = self.desk.painter.speech(for: request)
        let clock = OfficeClock(state.office, auditor.catalog, speech, at: auditor.now)
        let zone = auditor.catalog.org.office(state.office).flatMap { auditor.catalog.calendar($0.calendar) }?.zone
        guard let moment = try HistoryMoment(query, timeline, in: zone) else { throw Problem.noSuchCase }
        let comparison = StateComparison(
            CaseState(timeline, at: moment.instant, known: moment.known), CaseState(timeline, at: moment.instant),
            auditor.catalog, speech, clock)
        var values: [String: any Sendable] = [
            "reference": state.reference, "address": "/console/audit/cases/\(state.reference)",
            "workflow": auditor.catalog.workflow(state.workflow).map { speech.workflow($0) } ?? state.workflow.name,
            "zone": clock.zoneName, "comparison": comparison.values,
            "isSame": !comparison.lines.contains(where: \.differs),
            "differences": comparison.lines.filter(\.differs).count,
            "instant": clock.text(moment.instant), "known": clock.text(moment.known), "event": moment.seq,
            "last": timeline.count, "at": zone?.typed(moment.instant) ?? "",
            "knownAt": query.text("known") == nil ? "" : zone?.typed(moment.known) ?? "",
        ]
        values.merge(try self.events(timeline, at: moment, auditor, speech, clock)) { $1 }
        values.merge(Self.proof(CaseChain(timeline), speech)) { $1 }
        return try self.show(
            "history", title: speech("audit.history.of", ["case": state.reference]), values, to: request, auditor)
    }

    /// The events around a moment, and all of the one that it is about.
    private func events(
        _ timeline: [TimelineEntry], at moment: HistoryMoment, _ auditor: Auditor, _ speech: Speech,
        _ clock: OfficeClock
    ) throws -> [String: any Sendable] {
        let begin = max(0, moment.seq - 1) / Self.block * Self.block
        let end = min(begin + Self.block, timeline.count)
        let lines = timeline[begin..<end].map {
            AuditEvent($0, auditor.catalog, speech, clock).values(isChosen: $0.record.seq == moment.seq)
        }
        var values: [String: any Sendable] = ["events": lines]
        if begin > 0 { values["earlier"] = begin }
        if end < timeline.count { values["later"] = end + 1 }
        if moment.seq > 1 { values["before"] = moment.seq - 1 }
        if moment.seq < timeline.count { values["after"] = moment.seq + 1 }
        if let chosen = timeline.first(where: { $0.record.seq == moment.seq }) {
            values["details"] = try AuditEvent(chosen, auditor.catalog, speech, clock).details()
        }
        return values
    }

    private static func proof(_ chain: CaseChain, _ speech: Speech) -> [String: any Sendable] {
        switch chain {
        case .whole(let events): ["isWhole": true, "proof": speech("audit.history.whole", count: events)]
        case .broken(let seq): ["isWhole": false, "proof": speech("audit.history.broken", ["event": String(seq)])]
        }
    }
}
