// Named as the columns of the table, which read it as JSON.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// A duty given to somebody by a ladder: one row of `read.escalation`.
package struct EscalationRow: Hashable, Sendable, Codable {
    package let case_id: String
    package let seq: Int
    package let partition: Int
    package let clock: String
    package let level: Int
    package let ladder: String
    package let role: String
    package let post: String
    package let office: String
    package let holder: String
    package let due_at: Instant
    package let raised_at: Instant
    package let skipped: [SkippedStep]

    package init(_ facts: EscalationRaised, _ record: EventRecord, partition: Int) {
        self.case_id = record.case.text
        self.seq = record.seq
        self.partition = partition
        self.clock = facts.clock.rawValue
        self.level = facts.level
        self.ladder = facts.ladder
        self.role = facts.role
        self.post = facts.post
        self.office = facts.office
        self.holder = facts.user
        self.due_at = facts.due
        self.raised_at = record.occurred
        self.skipped = facts.skipped
    }
}
