/// What every workflow shares unless it says otherwise.
package struct WorkflowDefaults: Hashable, Sendable {
    /// The reminders of states that name none.
    package var reminders: [Percent] = []
    package var quietHours: QuietHours?
    package var severities: [String] = []
    /// The ids of known calendars; empty when any id is allowed.
    package var calendars: [String] = []
    /// Posts that ladders may name beside the workflow's own roles.
    package var posts: [String] = []
    /// The longest time a case's pauses may add up to.
    package var pauseCap = TimeSpan(20, .businessDays)
    package var chains: [String: Ladder] = [:]

    package init() {}
}
