/// Has a broker say of what it did that it did not, or perhaps not.
///
/// Writes error codes into answers to producers (Kafka protocol guide: Produce 3–8, InitProducerId 0–4,
/// AddPartitionsToTxn 0–2, EndTxn 0–2), all of which a client may try again. What was asked for was done each time.
struct KafkaErrors {
    private struct Request {
        let key: Int
        let version: Int
    }

    /// Written, but not to as many brokers as wanted.
    private static let notEnoughReplicasAfterAppend: UInt8 = 20
    private static let coordinatorLoading: UInt8 = 14
    private static let concurrentTransactions: UInt8 = 51

    /// Requests without an answer yet, by the number that the answer repeats.
    private var asked: [UInt32: Request] = [:]
    private var answers = 0

    /// Takes note of a whole request.
    mutating func note(_ request: [UInt8]) {
        guard request.count >= 12 else { return }
        self.asked[request.number(at: 8)] = Request(
            key: request.shortNumber(at: 4), version: request.shortNumber(at: 6))
    }

    /// Writes errors into a whole answer, if it is that one's turn.
    ///
    /// - Parameter count: Of so many that could get one, one does; nil for none.
    /// - Returns: Whether it got one.
    mutating func spoil(_ answer: inout [UInt8], oneIn count: Int?) -> Bool {
        guard answer.count >= 8, let request = self.asked.removeValue(forKey: answer.number(at: 4)), let count else {
            return false
        }
        let places = Self.places(of: request, in: answer)
        guard let code = places.code, !places.indexes.isEmpty else { return false }
        self.answers += 1
        guard self.answers.isMultiple(of: count) else { return false }
        for index in places.indexes {
            answer[index] = 0
            answer[index + 1] = code
        }
        return true
    }

    /// Where an answer has codes that are 0, and what to write there.
    private static func places(of request: Request, in answer: [UInt8]) -> (indexes: [Int], code: UInt8?) {
        let found: (indexes: [Int], code: UInt8?) =
            switch (request.key, request.version) {
            case (0, 3...8):
                // index, code, base offset, time, and from version 5 the first offset
                (
                    self.perPartition(in: answer, from: 8, rest: request.version >= 5 ? 24 : 16),
                    Self.notEnoughReplicasAfterAppend
                )
            case (22, 0...1): ([12], Self.coordinatorLoading)
            // One byte of tags ends the head.
            case (22, 2...4): ([13], Self.coordinatorLoading)
            case (24, 0...2): (self.perPartition(in: answer, from: 12, rest: 0), Self.concurrentTransactions)
            case (26, 0...2): ([12], Self.coordinatorLoading)
            default: ([], nil)
            }
        let fitting = found.indexes.filter { $0 + 1 < answer.count && answer[$0] == 0 && answer[$0 + 1] == 0 }
        return (fitting, found.code)
    }

    /// The codes in a list of topics, each with a list of partitions: a number, the code, and the rest.
    private static func perPartition(in answer: [UInt8], from start: Int, rest: Int) -> [Int] {
        var places: [Int] = []
        var index = start
        guard index + 4 <= answer.count else { return [] }
        let topics = answer.number(at: index)
        index += 4
        for _ in 0..<topics {
            guard index + 2 <= answer.count else { return [] }
            index += 2 + answer.shortNumber(at: index)
            guard index + 4 <= answer.count else { return [] }
            let partitions = answer.number(at: index)
            index += 4
            for _ in 0..<partitions {
                guard index + 6 + rest <= answer.count else { return [] }
                places.append(index + 4)
                index += 6 + rest
            }
        }
        return places
    }
}
