import Redressal

extension [NewRecord] {
    /// Refuses records that no log may take, before anything is written.
    ///
    /// - Parameter cases: Over how many partitions cases are spread.
    /// - Throws: ``LogError`` `.tooLarge`, or `.failed` for a partition that the topic does not have.
    func check(cases: Int) throws(LogError) {
        for (index, record) in self.enumerated() {
            guard record.value.count <= NewRecord.largestValue else {
                throw LogError(
                    .tooLarge,
                    "expected at most \(NewRecord.largestValue) bytes in a value but record \(index) of "
                        + "\(self.count), for \(record.topic), has \(record.value.count)")
            }
            try record.place.check(cases: cases)
        }
    }
}

extension LogPlace {
    /// - Throws: ``LogError`` `.failed` for a partition that the topic does not have.
    func check(cases: Int) throws(LogError) {
        let count = self.topic.partitionCount(cases: cases)
        guard (0..<count).contains(self.partition) else {
            throw LogError(
                .failed, "expected a partition below \(count) of \(self.topic) but found \(self.partition)")
        }
    }
}
