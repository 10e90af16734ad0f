extension CalendarReader {
    /// The ordinary week, checked against the weekend when that is given: a weekday is in exactly one of the two.
    mutating func ordinaryHours(_ node: CalendarNode, weekend: CalendarNode?) -> WorkingHours? {
        guard let entries = self.attempt({ () throws(Finding) in try node.entries("weekdays and their hours") }),
            let hours = self.hours(entries)
        else { return nil }
        if hours.openDays.isEmpty {
            self.report(node.finding("calendar-hours", "expected hours on at least one weekday but there are none"))
        }
        if let weekend { self.check(weekend, against: hours, hoursNode: node) }
        return hours
    }

    /// Reads entries such as `mon-thu: ["09:00-13:00", "13:30-16:00"]`; nothing when one of them is wrong.
    mutating func hours(_ entries: [(key: CalendarNode, value: CalendarNode)]) -> WorkingHours? {
        let findingsBefore = self.findings.count
        var week: [Weekday: [WorkingPeriod]] = [:]
        for (key, value) in entries {
            guard let weekdays = self.attempt({ () throws(Finding) in try Self.weekdays(key) }),
                let periods = self.attempt({ () throws(Finding) in try Self.periods(value, of: weekdays[0]) })
            else { continue }
            for weekday in weekdays where week.updateValue(periods, forKey: weekday) != nil {
                self.report(
                    key.finding(
                        "calendar-hours", "expected each weekday once but \(weekday.rawValue) is named again"))
            }
        }
        return self.findings.count == findingsBefore ? try? WorkingHours(week) : nil
    }

    /// `fri`, or `mon-thu` for a run of weekdays that does not pass Sunday.
    private static func weekdays(_ node: CalendarNode) throws(Finding) -> [Weekday] {
        let what = "a weekday such as fri or a range such as mon-thu within Monday to Sunday"
        let names = try node.text(what).split(separator: "-", omittingEmptySubsequences: false)
        let ends = names.compactMap { Weekday(rawValue: String($0)) }
        guard ends.count == names.count, let first = ends.first, let last = ends.last, ends.count <= 2,
            first.index <= last.index
        else { throw node.expected(what, rule: "calendar-hours") }
        return Array(Weekday.allCases[first.index...last.index])
    }

    private static func periods(_ node: CalendarNode, of weekday: Weekday) throws(Finding) -> [WorkingPeriod] {
        var periods: [WorkingPeriod] = []
        for item in try node.list("a list of periods such as [\"09:00-13:00\"]") {
            let text = try item.text("a period such as 09:00-13:00")
            do throws(CalendarError) {
                periods.append(try WorkingPeriod(text))
                // Only to find overlaps while the place is known.
                _ = try WorkingHours([weekday: periods])
            } catch {
                throw item.finding("calendar-hours", "\(error)")
            }
        }
        return periods
    }

    private mutating func check(_ weekend: CalendarNode, against hours: WorkingHours, hoursNode: CalendarNode) {
        guard let items = self.attempt({ () throws(Finding) in try weekend.list("a list such as [sat, sun]") }) else {
            return
        }
        var free: Set<Weekday> = []
        for item in items {
            guard let weekday = self.attempt({ () throws(Finding) in try item.choice(Weekday.self) }) else { continue }
            free.insert(weekday)
            if let periods = hours[weekday], !periods.isEmpty {
                self.report(
                    item.finding(
                        "calendar-hours", "expected a weekend day without hours but \(weekday.rawValue) has some"))
            }
        }
        for weekday in Weekday.allCases where !free.contains(weekday) && hours[weekday]?.isEmpty != false {
            self.report(
                hoursNode.finding(
                    "calendar-hours",
                    "expected hours for \(weekday.rawValue), or it in the weekend, but it is in neither"))
        }
    }
}
