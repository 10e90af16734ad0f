extension TimeSpan {
    /// Units whose lengths can be added and compared without a calendar.
    enum Measure: Hashable {
        case wall, businessTime, businessDays
    }

    var measure: Measure {
        switch self.unit {
        case .minutes, .hours, .days: .wall
        case .businessMinutes, .businessHours: .businessTime
        case .businessDays: .businessDays
        }
    }

    /// The length in the smallest unit of its measure: minutes, or whole business days.
    var length: Int {
        switch self.unit {
        case .minutes, .businessMinutes, .businessDays: self.amount
        case .hours, .businessHours: self.amount * 60
        case .days: self.amount * 24 * 60
        }
    }

    /// Whether this is longer than the other; nil when only a calendar could tell.
    func isLonger(than other: TimeSpan) -> Bool? {
        // Nothing is shorter than anything, whatever the units.
        if other.amount == 0 { return self.amount > 0 }
        return self.measure == other.measure ? self.length > other.length : nil
    }
}
