/// Somebody's time in a post, or away, as an item of a programme's lists.
struct Tenure: Hashable, Sendable {
    let user: String
    var from: Instant?
    /// The first instant at which it is over.
    var to: Instant?
    var deputy: String?

    /// A change of a list of them, by the indices that its items had before.
    enum Edit: Hashable, Sendable {
        case end(Int, Instant)
        case drop(Int)
        /// Comes last.
        case add(Tenure)
    }
}

extension [Tenure] {
    /// The list after changes.
    func applying(_ edits: [Tenure.Edit]) -> [Tenure] {
        var (items, added) = (self.map(Optional.some), [Tenure]())
        for edit in edits {
            switch edit {
            case .end(let index, let end): items[index]?.to = end
            case .drop(let index): items[index] = nil
            case .add(let tenure): added.append(tenure)
            }
        }
        return items.compactMap(\.self) + added
    }
}

extension Tenure {
    init(_ absence: Absence) {
        self.init(user: absence.user, from: absence.from, to: absence.to, deputy: absence.deputy)
    }

    /// Whether there is an instant in both.
    func overlaps(_ other: Tenure) -> Bool { self.begins(before: other.to) && other.begins(before: self.to) }

    private func begins(before end: Instant?) -> Bool {
        guard let end, let from = self.from else { return true }
        return from < end
    }

    init(_ holding: Holding) { self.init(user: holding.user, from: holding.from, to: holding.to) }

    /// As an item of a list: `{user: u-17, from: 2025-08-04, to: 2025-08-15}`.
    func text(in zone: CalendarZone) -> String {
        let parts = [
            "user: \(self.user)", self.from.map { "from: \(Self.text($0, in: zone))" },
            self.to.map { "to: \(Self.text(end: $0, in: zone))" }, self.deputy.map { "deputy: \($0)" },
        ]
        return "{\(parts.compactMap(\.self).joined(separator: ", "))}"
    }

    /// A day that begins then, or else the instant.
    private static func text(_ instant: Instant, in zone: CalendarZone) -> String {
        let day = zone.date(at: instant)
        return zone.start(of: day) == instant ? "\(day)" : "\"\(instant)\""
    }

    /// The last day that belongs to it, or else the instant at which it ends.
    static func text(end: Instant, in zone: CalendarZone) -> String {
        let day = zone.date(at: end)
        return zone.start(of: day) == end ? "\(day.adding(days: -1))" : "\"\(end)\""
    }
}
