import Redressal

extension NewRecord {
    /// The record as a reader gets it.
    package func logged(at offset: Int64) -> LogRecord {
        LogRecord(
            topic: self.topic, partition: self.partition, offset: offset, key: self.key, headers: self.headers,
            value: self.value)
    }
}
