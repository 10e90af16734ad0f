/// Cuts a stream into Kafka's requests or answers: four bytes of length, and as many bytes.
struct KafkaFrames {
    private var pending: [UInt8] = []

    /// - Returns: Those that are whole by now, each with its length in front; the rest waits for what comes next.
    mutating func add(_ bytes: [UInt8]) -> [[UInt8]] {
        self.pending += bytes
        var frames: [[UInt8]] = []
        var end = 0
        while self.pending.count - end >= 4 {
            let length = Int(self.pending.number(at: end)) + 4
            guard self.pending.count - end >= length else { break }
            frames.append(Array(self.pending[end..<end + length]))
            end += length
        }
        self.pending.removeFirst(end)
        return frames
    }
}

extension [UInt8] {
    /// Four bytes as a number, the highest first.
    func number(at index: Int) -> UInt32 { self[index..<index + 4].reduce(0) { $0 << 8 | UInt32($1) } }

    /// Two bytes as a number, the highest first.
    func shortNumber(at index: Int) -> Int { Int(self[index]) << 8 | Int(self[index + 1]) }
}
