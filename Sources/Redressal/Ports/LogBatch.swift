/// What a reader found.
package struct LogBatch: Sendable {
    /// In order within each partition.
    package let records: [LogRecord]
    /// For every partition that moved, the offset to go on from; it may lie beyond the last record's.
    package let positions: [Int: Int64]

    package init(records: [LogRecord], positions: [Int: Int64]) {
        self.records = records
        self.positions = positions
    }
}
