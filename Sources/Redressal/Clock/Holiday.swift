/// A day on which an office that would work stays closed.
package struct Holiday: Hashable, Sendable, Codable {
    /// How firm the day is; each change of it is a fact of its own.
    package enum Status: String, Hashable, Sendable, CaseIterable, Codable {
        /// Computed ahead, for example a feast that waits for the moon to be seen.
        case estimated
        /// Given in an official notice.
        case announced
        /// Given in an official notice, then moved or renamed by another.
        case revised
        /// Withdrawn: the office works.
        case cancelled
    }

    package let date: CivilDate
    package let name: String
    package let status: Status

    package init(date: CivilDate, name: String, status: Status) {
        self.date = date
        self.name = name
        self.status = status
    }

    /// Whether the office stays closed; only a cancelled holiday is worked.
    package var isDayOff: Bool { self.status != .cancelled }
}
