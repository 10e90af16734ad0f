import Redressal

/// Reads one partition of a topic from an offset to another or to where it ends now, as an asynchronous sequence.
package struct LogScan: AsyncSequence {
    package typealias Element = LogRecord

    private let log: any Log
    private let topic: Topic
    private let partition: Int
    private let start: Int64
    private let end: Int64?

    /// - Parameter end: The offset to stop before; nil for the log's end when reading begins.
    package init(_ log: any Log, _ topic: Topic, partition: Int, from start: Int64 = 0, to end: Int64? = nil) {
        self.log = log
        self.topic = topic
        self.partition = partition
        self.start = start
        self.end = end
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(log: self.log, topic: self.topic, partition: self.partition, position: self.start, end: self.end)
    }

    package struct Iterator: AsyncIteratorProtocol {
        private static let batchSize = 2000

        fileprivate let log: any Log
        fileprivate let topic: Topic
        fileprivate let partition: Int
        fileprivate var position: Int64
        fileprivate let end: Int64?
        private var last: Int64?
        private var reader: (any LogReader)?
        private var pending: ArraySlice<LogRecord> = []

        fileprivate init(log: any Log, topic: Topic, partition: Int, position: Int64, end: Int64?) {
            self.log = log
            self.topic = topic
            self.partition = partition
            self.position = position
            self.end = end
        }

        package mutating func next() async throws -> LogRecord? {
            while true {
                if let record = self.pending.popFirst() { return record }
                guard try await self.read() else { return nil }
            }
        }

        /// - Returns: Whether there may be more.
        private mutating func read() async throws -> Bool {
            if self.last == nil {
                // No further than there is something, whatever was asked for: nothing would ever come.
                let end = try await self.log.end(of: self.topic, partition: self.partition)
                self.last = Swift.min(self.end ?? end, end)
            }
            guard let end = self.last, self.position < end else {
                await self.reader?.close()
                self.reader = nil
                return false
            }
            if self.reader == nil {
                self.reader = try await self.log.reader(of: self.topic, from: [self.partition: self.position])
            }
            guard let batch = try await self.reader?.next(Self.batchSize, wait: .seconds(5)) else { return false }
            try Task.checkCancellation()
            self.position = Swift.max(self.position, batch.positions[self.partition] ?? self.position)
            self.pending = batch.records.filter { $0.offset < end }[...]
            return true
        }
    }
}
