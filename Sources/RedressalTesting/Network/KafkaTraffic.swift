/// What a relay does to a conversation with a broker.
struct KafkaTraffic {
    private let address: KafkaAddress
    private var requests = KafkaFrames()
    private var answers = KafkaFrames()
    private var errors = KafkaErrors()

    init(_ address: KafkaAddress) { self.address = address }

    /// Takes note of what a client asks; it passes as it is.
    mutating func ask(_ bytes: [UInt8]) {
        for request in self.requests.add(bytes) { self.errors.note(request) }
    }

    /// - Parameter oneIn: Of so many answers to producers one gets an error; nil for none.
    /// - Returns: The answers that are whole by now, as the client shall see them, and how many got an error.
    mutating func answer(_ bytes: [UInt8], oneIn count: Int?) -> (bytes: [UInt8], errors: Int) {
        var passed: [UInt8] = []
        var spoiled = 0
        for var answer in self.answers.add(bytes) {
            self.address.replace(in: &answer)
            if self.errors.spoil(&answer, oneIn: count) { spoiled += 1 }
            passed += answer
        }
        return (passed, spoiled)
    }
}
