/// What is on its way in one direction of a relayed connection.
struct RelayLane {
    /// More than this is left with the sender.
    private static let limit = 1 << 20

    private var chunks: [(due: ContinuousClock.Instant, bytes: ArraySlice<UInt8>)] = []
    private var count = 0
    /// Whether the sender has said its last.
    var isEnded = false
    /// Whether the receiver was told so.
    var isFinished = false

    var isEmpty: Bool { self.chunks.isEmpty }
    var isOpen: Bool { !self.isEnded && self.count < Self.limit }
    /// When the next bytes are to arrive.
    var due: ContinuousClock.Instant? { self.chunks.first?.due }

    mutating func add(_ bytes: [UInt8], due: ContinuousClock.Instant) {
        guard !bytes.isEmpty else { return }
        self.chunks.append((due, bytes[...]))
        self.count += bytes.count
    }

    /// Delivers what is due.
    ///
    /// - Returns: False when the receiver's connection is broken.
    mutating func deliver(to socket: borrowing Socket, now: ContinuousClock.Instant) -> Bool {
        while let first = self.chunks.first, first.due <= now {
            guard let taken = socket.give(first.bytes) else { return false }
            self.count -= taken
            guard taken == first.bytes.count else {
                self.chunks[0].bytes = first.bytes.dropFirst(taken)
                return true
            }
            self.chunks.removeFirst()
        }
        if self.isEnded, self.isEmpty, !self.isFinished {
            socket.finish()
            self.isFinished = true
        }
        return true
    }
}
