@testable import Redressal

/// What was decided must read back from the log as what it was.
enum Histories {
    /// Checks that the log's bytes fold to the state that the decisions led to.
    static func check(_ written: [WrittenEvent], give state: CaseState?) throws {
        var fold = PartitionFold(epoch: 1, cases: [:])
        for (offset, event) in written.enumerated() {
            let record = LogRecord(
                topic: .events, partition: 0, offset: Int64(offset), key: event.record.case.text, headers: [],
                value: event.bytes)
            guard case .applied = fold.fold(record) else {
                throw BrokenProperty("expected \(event.record.event.kind) to be accepted but it is void: \(fold.voids)")
            }
        }
        guard let state else { return }
        try require(
            fold.cases[state.id] == state,
            "expected the log to give \(state) but it gives \(String(describing: fold.cases[state.id]))")
    }
}
