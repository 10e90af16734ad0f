import Redressal

/// Boards as pages show them: "48 of 50 (96 %)".
struct BoardView: Sendable {
    private let org: OrgDirectory
    private let speech: Speech

    init(_ org: OrgDirectory, _ speech: Speech) {
        self.org = org
        self.speech = speech
    }

    func values(of board: JaapBoard) -> [String: any Sendable] {
        var values: [String: any Sendable] = [
            "lines": board.lines.map { line -> [String: any Sendable] in
                var values = self.figures(line.figures)
                values["plan"] = line.plan ?? self.speech("boards.jaap.no_plan")
                values["place"] = line.sangkat.map { self.place($0) } ?? "–"
                return values
            }, "isEmpty": board.lines.isEmpty, "smallest": JaapBoard.smallestGroup,
        ]
        if let total = board.total { values["total"] = self.figures(total) }
        return values
    }

    func values(of board: ComplaintBoard, _ window: Range<Instant>) -> [String: any Sendable] {
        var values: [String: any Sendable] = [
            "lines": board.lines.map { line -> [String: any Sendable] in
                var values: [String: any Sendable] = [
                    "office": self.org.office(line.office)?.name ?? line.office, "isHidden": line.received == nil,
                ]
                values["received"] = line.received.map { "\($0)" } ?? "–"
                values["closed"] = self.share(line.closed)
                values["inTime"] = self.share(line.inTime)
                return values
            }, "isEmpty": board.lines.isEmpty, "smallest": ComplaintBoard.smallestGroup,
            "period": self.speech(
                "boards.period", ["from": Self.day(window.lowerBound), "to": Self.day(window.upperBound, before: true)]),
        ]
        if let closed = board.closed {
            values["total"] = ["closed": self.share(closed), "inTime": self.share(board.inTime)]
        }
        return values
    }

    private func figures(_ figures: JaapFigures?) -> [String: any Sendable] {
        guard let figures else { return ["isHidden": true] }
        return [
            "isHidden": false, "percent": figures.percent, "withSupervisor": figures.withSupervisor,
            "share": self.words(figures.completed, figures.actions, figures.percent),
        ]
    }

    private func share(_ share: ComplaintBoard.Share?) -> String {
        share.map { self.words($0.count, $0.of, $0.percent) } ?? self.speech("boards.hidden")
    }

    private func words(_ count: Int, _ group: Int, _ percent: Int) -> String {
        self.speech("boards.of", ["count": "\(count)", "of": "\(group)", "percent": "\(percent)"])
    }

    /// A sangkat's name, where an office has its code.
    private func place(_ code: String) -> String { self.org.office("kh-\(code)")?.name ?? code }

    /// The day of an instant, or the last one before it, by UTC.
    private static func day(_ instant: Instant, before: Bool = false) -> String {
        String(instant.advanced(byMilliseconds: before ? -1 : 0).description.prefix(10))
    }
}
