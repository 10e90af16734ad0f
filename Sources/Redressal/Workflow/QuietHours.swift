/// When people are not disturbed by reminders; escalations of the named severities go out all the same.
package struct QuietHours: Hashable, Sendable {
    /// Local time of day as `HH:MM`.
    package let from: String
    /// Local time of day as `HH:MM`; earlier than `from` when the quiet hours span midnight.
    package let to: String
    package let exceptSeverity: [String]

    package init(from: String, to: String, exceptSeverity: [String] = []) {
        self.from = from
        self.to = to
        self.exceptSeverity = exceptSeverity
    }
}
