extension CalendarReader {
    /// The overrides with their places; those that cannot be read are reported and left out.
    mutating func overrides(_ node: CalendarNode) -> [(node: CalendarNode, value: CalendarOverride)] {
        guard let items = self.attempt({ () throws(Finding) in try node.list("a list of overrides") }) else {
            return []
        }
        return items.compactMap { item in self.override(item).map { (item, $0) } }
    }

    /// Reads `{id: ramadan-2025, from: 2025-03-02, to: 2025-03-30, mon-thu: ["09:00-15:00"]}`.
    private mutating func override(_ node: CalendarNode) -> CalendarOverride? {
        guard let entries = self.attempt({ () throws(Finding) in try node.entries("an override as a mapping") }) else {
            return nil
        }
        let own = Set(["id", "from", "to"])
        var fields: [String: CalendarNode] = [:]
        for (key, value) in entries {
            if let name = key.scalar, own.contains(name) { fields[name] = value }
        }
        for name in ["id", "from", "to"] where fields[name] == nil {
            self.report(node.finding("missing-key", "expected an override to have '\(name)' but it is missing"))
        }
        let id = fields["id"].flatMap { self.id($0) }
        let from = fields["from"].flatMap { self.date($0) }
        let to = fields["to"].flatMap { self.date($0) }
        let week = entries.filter { !own.contains($0.key.scalar ?? "") }
        if week.isEmpty {
            self.report(
                node.finding("missing-key", "expected an override to name a weekday's hours but there are none"))
        }
        guard let id, let from, let to, let hours = self.hours(week) else { return nil }
        return CalendarOverride(id: id, from: from, to: to, hours: hours)
    }

    mutating func date(_ node: CalendarNode) -> CivilDate? {
        self.attempt { () throws(Finding) in try node.value(CivilDate.self, "a date such as 2026-04-10") }
    }
}
