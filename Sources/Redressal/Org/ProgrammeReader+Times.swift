import Yams

extension ProgrammeReader {
    /// The times between `from` and `to`; a day without a time begins at midnight, and the last day belongs to it.
    func time(_ map: MappingReader, _ zone: CalendarZone?) -> (from: Instant?, to: Instant?) {
        let from = map.node("from").flatMap { self.instant($0, map, zone, dayAfter: false) }
        let to = map.node("to").flatMap { self.instant($0, map, zone, dayAfter: true) }
        if let from, let to, to <= from, let node = map.node("to") {
            self.log.error("bad-value", "expected an end after the beginning but it is not", at: node)
        }
        return (from, to)
    }

    private func instant(_ node: Node, _ map: MappingReader, _ zone: CalendarZone?, dayAfter: Bool) -> Instant? {
        let expected = "a day such as 2025-08-04 or an instant with a zone such as 2025-08-04T09:00:00Z"
        guard let text = map.text(node, expected) else { return nil }
        if let date = CivilDate(text) {
            guard let midnight = TimeOfDay(hour: 0, minute: 0) else { return nil }
            return zone?.instant(on: dayAfter ? date.adding(days: 1) : date, at: midnight)
        }
        guard let instant = Instant(text) else {
            self.log.error("bad-value", "expected \(expected) but found '\(text)'", at: node)
            return nil
        }
        return instant
    }
}
