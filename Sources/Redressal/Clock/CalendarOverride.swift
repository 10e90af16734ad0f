/// Other hours for a range of dates, such as Ramadan's.
package struct CalendarOverride: Hashable, Sendable, Codable {
    package let id: String
    /// The first date it holds for.
    package let from: CivilDate
    /// The last date it holds for, included.
    package let to: CivilDate
    /// The weekdays it changes; the others keep their ordinary hours, an empty list closes the day.
    package let hours: WorkingHours

    package init(id: String, from: CivilDate, to: CivilDate, hours: WorkingHours) {
        self.id = id
        self.from = from
        self.to = to
        self.hours = hours
    }

    /// Whether a date lies in the range.
    package func contains(_ date: CivilDate) -> Bool { self.from <= date && date <= self.to }
}
