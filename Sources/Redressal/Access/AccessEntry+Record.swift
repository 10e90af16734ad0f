extension AccessEntry {
    /// The record that keeps the entry, in the partition of its account.
    ///
    /// - Parameter partitions: How many the log has.
    /// - Throws: `EncodingError`.
    package func record(partitions: Int) throws -> NewRecord {
        NewRecord(
            topic: .access, partition: Partitioner.partition(of: self.key, among: partitions), key: self.key,
            headers: EventHeaders.make(for: self), value: try CanonicalJSON.encode(self))
    }

    /// Reads a record of the access topic; nil for one that is not ours, or of a version this program does not know.
    package init?(_ record: LogRecord) {
        guard let value = record.value, !CanonicalJSON.holdsNUL(value),
            let entry = try? CanonicalJSON.decode(AccessEntry.self, from: value), record.key == entry.key
        else { return nil }
        self = entry
    }
}
