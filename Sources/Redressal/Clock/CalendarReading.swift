/// What reading a calendar's file gave: the calendar, or why not.
package struct CalendarReading: Hashable, Sendable {
    /// Nothing when there is an error among the findings.
    package let calendar: BusinessCalendar?
    /// Everything found wrong, in the order of the file.
    package let findings: [Finding]

    package init(calendar: BusinessCalendar?, findings: [Finding]) {
        self.calendar = calendar
        self.findings = findings
    }
}
