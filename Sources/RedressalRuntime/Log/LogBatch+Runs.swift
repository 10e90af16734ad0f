import Redressal

extension LogBatch {
    /// Some records of one partition, in order, and the offset to go on from after them.
    struct Run: Hashable, Sendable {
        var records: [LogRecord]
        var next: Int64
    }

    /// One partition's records in runs of bounded size, because a batch of large records may be more than one
    /// transaction takes.
    ///
    /// - Parameters:
    ///   - partition: A partition of the reader.
    ///   - limit: The most bytes of values in a run; a larger record is a run by itself.
    /// - Returns: None when the partition did not move; a run without records for a hole.
    func runs(of partition: Int, bytes limit: Int) -> [Run] {
        guard let end = self.positions[partition] else { return [] }
        var runs: [Run] = []
        var size = 0
        for record in self.records where record.partition == partition {
            let bytes = record.value?.count ?? 0
            if runs.isEmpty || size + bytes > limit {
                runs.append(Run(records: [], next: record.offset))
                size = 0
            }
            runs[runs.count - 1].records.append(record)
            runs[runs.count - 1].next = record.offset + 1
            size += bytes
        }
        if runs.isEmpty { runs.append(Run(records: [], next: end)) }
        runs[runs.count - 1].next = end
        return runs
    }
}
