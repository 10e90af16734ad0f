/// Outcomes as records of the outcomes topic.
package enum OutcomeRecord {
    /// The header of an outcome that holds for the moment only, as a timer's does.
    static let passing = "redressal_passing"

    /// The record of an outcome, in the partition of its case.
    ///
    /// - Parameter isPassing: Whether the same command is to be decided anew when it comes again.
    static func make(_ outcome: Outcome, partition: Int, isPassing: Bool) -> NewRecord {
        NewRecord(
            topic: .outcomes, partition: partition, key: outcome.case.text,
            headers: [RecordHeader("content-type", "application/json")]
                + (isPassing ? [RecordHeader(self.passing, "true")] : []),
            value: (try? CanonicalJSON.encode(outcome)) ?? [])
    }

    /// Reads a record of an outcome that no event tells of and that holds for good; nil for any other.
    package static func lasting(_ record: LogRecord) -> Outcome? {
        guard record.header(self.passing) == nil, let value = record.value,
            let outcome = try? CanonicalJSON.decode(Outcome.self, from: value),
            outcome.events == 0, !outcome.repeated, record.key == outcome.case.text
        else { return nil }
        return outcome
    }
}
