extension CalendarReader {
    /// The holidays with their places; those that cannot be read are reported and left out.
    mutating func holidays(_ node: CalendarNode) -> [(node: CalendarNode, value: Holiday)] {
        guard let items = self.attempt({ () throws(Finding) in try node.list("a list of holidays") }) else { return [] }
        return items.compactMap { item in self.holiday(item).map { (item, $0) } }
    }

    /// Reads `{date: 2026-04-14, name: "Khmer New Year's Day", status: announced}`.
    private mutating func holiday(_ node: CalendarNode) -> Holiday? {
        guard let fields = self.fields(of: node, "a holiday", required: ["date", "name", "status"]) else { return nil }
        let date = fields["date"].flatMap { self.date($0) }
        let name = fields["name"].flatMap { self.holidayName($0) }
        let status = fields["status"].flatMap { node in
            self.attempt { () throws(Finding) in try node.choice(Holiday.Status.self) }
        }
        guard let date, let name, let status else { return nil }
        return Holiday(date: date, name: name, status: status)
    }

    private mutating func holidayName(_ node: CalendarNode) -> String? {
        self.attempt { () throws(Finding) in
            let name = try node.text("the holiday's name")
            guard !name.isEmpty else { throw node.expected("the holiday's name") }
            return name
        }
    }
}
