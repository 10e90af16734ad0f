import Redressal

/// Cases as lists show them on a terminal.
struct CaseTable {
    private let catalog: DefinitionCatalog
    private let now: Instant

    init(_ catalog: DefinitionCatalog, now: Instant) {
        self.catalog = catalog
        self.now = now
    }

    func show(_ cases: [CaseListing]) {
        let times = cases.map { OfficeTime($0.office, self.catalog) }
        let zones = Set(times.map(\.zoneName))
        let zone = zones.count == 1 ? zones.first : nil
        Terminal.table(
            [
                "tracking number", "workflow", "state", "office", "held by", "left", "due, \(zone ?? "local time")", "",
            ],
            zip(cases, times).map { line, time in
                [
                    line.reference, line.workflow, line.state, line.office, line.assignee ?? "–",
                    line.historical ? "–" : TimeLeft.text(until: line.due, at: self.now),
                    line.due.map { time.text($0) } ?? "–",
                    [line.breached ? "overdue, level \(line.level)" : nil, line.historical ? "past" : nil]
                        .compactMap(\.self).joined(separator: ", "),
                ]
            })
        if cases.contains(where: \.historical) {
            Terminal.print("past: \(CaseSheet.historyNote)")
        }
    }
}
