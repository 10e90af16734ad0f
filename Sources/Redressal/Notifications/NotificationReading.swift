/// What came of reading a file of notification rules.
struct NotificationReading: Sendable {
    /// Nil when there was any error.
    let rules: NotificationRules?
    /// Everything found wrong, in the order of the file.
    let findings: [Finding]
}
