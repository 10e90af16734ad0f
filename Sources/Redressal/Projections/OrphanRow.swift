// Named as the columns of the table, which read it as JSON.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// An overdue case nobody could take: one row of `read.orphan`.
package struct OrphanRow: Hashable, Sendable, Codable {
    package let case_id: String
    package let partition: Int
    package let seq: Int
    package let office: String
    package let workflow: String
    package let clock: String
    package let ladder: String
    package let since: Instant
    package let skipped: [SkippedStep]

    package init(_ facts: CaseOrphaned, _ record: EventRecord, of state: CaseState, partition: Int) {
        self.case_id = record.case.text
        self.partition = partition
        self.seq = record.seq
        self.office = state.office
        self.workflow = state.workflow.name
        self.clock = facts.clock.rawValue
        self.ladder = facts.ladder
        self.since = record.occurred
        self.skipped = facts.skipped
    }
}
