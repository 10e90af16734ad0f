/// Has a broker name the relay's port where it names its own.
///
/// Clients of Kafka connect to the address that the broker gives itself in its answers; without this, all but their
/// first connection would go round the relay. Only the port is written over, so no length changes.
struct KafkaAddress {
    private let own: [UInt8]
    private let shown: [UInt8]

    init(own port: Int, shown other: Int) {
        self.own = Self.bytes(port)
        self.shown = Self.bytes(other)
    }

    /// As answers write it: the host as text, the port in four bytes.
    private static func bytes(_ port: Int) -> [UInt8] {
        Array("127.0.0.1".utf8) + [0, 0, UInt8(port >> 8), UInt8(port & 0xFF)]
    }

    /// - Parameter bytes: A whole answer.
    func replace(in bytes: inout [UInt8]) {
        guard bytes.count >= self.own.count else { return }
        for start in 0...bytes.count - self.own.count
        where bytes[start] == self.own[0] && bytes[start..<start + self.own.count].elementsEqual(self.own) {
            bytes.replaceSubrange(start..<start + self.own.count, with: self.shown)
        }
    }
}
