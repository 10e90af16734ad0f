import Redressal

/// All that a ``MemoryLog`` holds, apart from who waits for it.
struct MemoryLogState {
    /// The records of one partition of one topic.
    struct Shelf {
        var records: [LogRecord] = []
        var end: Int64 = 0
    }

    /// Whether each commit leaves a hole behind, as Kafka's markers of transactions do.
    let leavesHoles: Bool
    private(set) var shelves: [LogPlace: Shelf] = [:]
    private(set) var positions: [Int: Int64] = [:]
    private var tokens: [Int: Int64] = [:]
    private var faults: [MemoryLogCall: [MemoryLogFault]] = [:]

    init(leavesHoles: Bool) {
        self.leavesHoles = leavesHoles
    }

    mutating func inject(_ fault: MemoryLogFault, into call: MemoryLogCall) {
        self.faults[call, default: []].append(fault)
    }

    /// - Returns: The fault to show now, if one was injected.
    mutating func takeFault(of call: MemoryLogCall) -> MemoryLogFault? {
        guard let first = self.faults[call]?.first else { return nil }
        self.faults[call]?.removeFirst()
        return first
    }

    /// - Returns: The new owner's token.
    mutating func takeOwnership(of partition: Int) -> Int64 {
        self.tokens[partition, default: 0] += 1
        return self.tokens[partition, default: 0]
    }

    /// - Throws: ``LogError`` `.fenced` unless the token is the newest.
    func check(_ token: Int64, of partition: Int) throws(LogError) {
        guard self.tokens[partition] != token else { return }
        throw LogError(.fenced, "expected to own partition \(partition) but somebody else has taken it")
    }

    mutating func commit(_ records: [NewRecord], position: Int64?, of partition: Int) -> [Int64] {
        if let position { self.positions[partition] = position }
        let offsets = self.append(records)
        if self.leavesHoles {
            for place in Set(records.map(\.place)) { self.shelves[place]?.end += 1 }
        }
        return offsets
    }

    mutating func append(_ records: [NewRecord]) -> [Int64] {
        records.map { self.put($0.key, $0.headers, $0.value, at: $0.place) }
    }

    mutating func put(_ key: String?, _ headers: [RecordHeader], _ value: [UInt8]?, at place: LogPlace) -> Int64 {
        let offset = self.end(of: place)
        let record = LogRecord(
            topic: place.topic, partition: place.partition, offset: offset, key: key, headers: headers, value: value)
        self.shelves[place, default: Shelf()].records.append(record)
        self.shelves[place]?.end = offset + 1
        return offset
    }

    func end(of place: LogPlace) -> Int64 { self.shelves[place]?.end ?? 0 }

    /// The records of a partition from an offset on.
    func records(at place: LogPlace, from offset: Int64, limit: Int) -> ArraySlice<LogRecord> {
        let records = self.shelves[place]?.records ?? []
        var low = 0
        var high = records.count
        while low < high {
            let middle = (low + high) / 2
            if records[middle].offset < offset { low = middle + 1 } else { high = middle }
        }
        return records[low...].prefix(limit)
    }
}
