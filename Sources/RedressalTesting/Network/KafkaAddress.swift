/// Has a broker name the relay's port where it names its own.
///
/// Clients of Kafka connect to the address that the broker gives itself in its answers; without this, all but their
/// first connection would go round the relay. Only the port is written over, so no length changes.
struct KafkaAddress {
    private let own: [UInt8]
    private let shown: [UInt8]
    private var pending: [UInt8] = []

    init(own port: Int, shown other: Int) {
        self.own = Self.bytes(port)
        self.shown = Self.bytes(other)
    }

    /// As answers write it: the host as text, the port in four bytes.
    private static func bytes(_ port: Int) -> [UInt8] {
        Array("127.0.0.1".utf8) + [0, 0, UInt8(port >> 8), UInt8(port & 0xFF)]
    }

    /// - Returns: The answers that are whole by now; the rest waits for what comes next.
    mutating func replacing(in bytes: [UInt8]) -> [UInt8] {
        self.pending += bytes
        var end = 0
        while self.pending.count - end >= 4 {
            let length = self.pending[end..<end + 4].reduce(0) { $0 << 8 | Int($1) } + 4
            guard self.pending.count - end >= length else { break }
            end += length
        }
        var whole = Array(self.pending[..<end])
        self.pending.removeFirst(end)
        self.replace(in: &whole)
        return whole
    }

    private func replace(in bytes: inout [UInt8]) {
        guard bytes.count >= self.own.count else { return }
        for start in 0...bytes.count - self.own.count
        where bytes[start] == self.own[0] && bytes[start..<start + self.own.count].elementsEqual(self.own) {
            bytes.replaceSubrange(start..<start + self.own.count, with: self.shown)
        }
    }
}
