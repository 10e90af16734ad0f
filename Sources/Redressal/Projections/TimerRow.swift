// Named as the columns of the table.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// A timer that stands: one row of `read.timer`.
package struct TimerRow: Hashable, Sendable {
    package let case_id: String
    package let timer: String
    package let partition: Int
    package let generation: Int
    package let due_at: Instant
    package let historical: Bool

    package init(_ timer: ArmedTimer, of state: CaseState, partition: Int) {
        self.case_id = state.id.text
        self.timer = timer.id.description
        self.partition = partition
        self.generation = timer.generation
        self.due_at = timer.due
        self.historical = state.historical
    }
}
