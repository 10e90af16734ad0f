/// Where one clock of a case stands.
package struct ClockState: Hashable, Sendable, Codable {
    package var generation: Int
    package var target: String
    package var ladder: String?
    package var calendar: CalendarReference
    package var from: Instant
    /// The due instant; while paused, the last one.
    package var due: Instant
    package var pause: Pause?
    /// The whole target at the start: working milliseconds for business targets, wall milliseconds for others.
    package var length: Int64
    /// Wall milliseconds of all pauses that ended.
    package var paused: Int64
    /// Working milliseconds of all pauses that ended.
    package var pausedWorking: Int64
    package var breached: Bool
    /// The highest level of its ladder that was raised.
    package var level: Int
    /// The people its ladder has reached, so that nobody is asked twice.
    package var raisedTo: [String]

    /// A pause that is going on.
    package struct Pause: Hashable, Sendable, Codable {
        package let since: Instant
        package let remaining: Int64
        package let business: Bool
    }
}
