import Redressal

/// What new versions of calendars would do, as it is printed.
struct CalendarPreviewSheet: Encodable {
    let total: CalendarPreview.Office
    let offices: [String: CalendarPreview.Office]
    /// The first that would move.
    let moves: [CalendarPreview.Move]

    init(_ preview: CalendarPreview) {
        self.total = preview.total
        self.offices = preview.offices
        self.moves = preview.moves
    }

    var text: String {
        guard !self.offices.isEmpty else { return "no running deadline is on a calendar that would change" }
        let lines = self.offices.sorted { $0.key < $1.key }.map { "\($0.key): \(Self.words($0.value))" }
        let moves = self.moves.map { "\($0.reference) \($0.clock.rawValue): \($0.old) -> \($0.due)" }
        return (["all: \(Self.words(self.total))"] + lines + moves).joined(separator: "\n")
    }

    private static func words(_ office: CalendarPreview.Office) -> String {
        "\(office.later) later, \(office.earlier) earlier, \(office.unmoved) unmoved, \(office.breached) overdue and stay so"
    }
}
