/// A day off that somebody wants announced for all offices of a calendar.
package struct AnnouncedHoliday: Hashable, Sendable, Codable {
    /// The longest name, in characters.
    package static let longestName = 100

    /// The calendar's id.
    package let calendar: String
    package let date: CivilDate
    /// What it is called: one line.
    package let name: String

    package init(calendar: String, date: CivilDate, name: String) {
        self.calendar = calendar
        self.date = date
        self.name = name
    }

    package var holiday: Holiday { Holiday(date: self.date, name: self.name, status: .announced) }

    /// Whether the name can stand in a calendar's text.
    package var isNamed: Bool {
        !self.name.isEmpty && self.name.count <= Self.longestName
            && self.name.unicodeScalars.allSatisfy {
                $0.properties.generalCategory != .control && $0.value != 0x2028 && $0.value != 0x2029
            }
            && self.name.contains { !$0.isWhitespace }
    }
}
