import Kafka
import Redressal
import Synchronization

/// The clients that a ``KafkaLog`` shares among its callers, made when first used, and all that must end with the log.
final class KafkaLogClients: Sendable {
    private struct State {
        var producer: KafkaProducer?
        var asker: KafkaConsumer?
        var parts: [KafkaLogPart] = []
        var isClosed = false
    }

    private let configuration: KafkaConfiguration
    private let names: KafkaLogNames
    private let state = Mutex(State())

    init(_ configuration: KafkaConfiguration, _ names: KafkaLogNames) {
        self.configuration = configuration
        self.names = names
    }

    /// Writes without an owner.
    ///
    /// - Throws: ``LogError`` `.closed`, or what the client says to its configuration.
    func producer() throws(LogError) -> KafkaProducer {
        try self.open { (state) throws in
            let producer = try state.producer ?? KafkaProducer(self.configuration)
            state.producer = producer
            return producer
        }
    }

    /// Asks for positions and ends; reads no records.
    ///
    /// - Throws: ``LogError`` `.closed`, or what the client says to its configuration.
    func asker() throws(LogError) -> KafkaConsumer {
        try self.open { (state) throws in
            let asker = try state.asker ?? KafkaConsumer(self.configuration, group: self.names.positions)
            state.asker = asker
            return asker
        }
    }

    /// Notes what must end with the log.
    ///
    /// - Throws: ``LogError`` `.closed`.
    func add(_ part: KafkaLogPart) throws(LogError) {
        try self.open { (state) throws in
            state.parts.removeAll(where: \.isGone)
            state.parts.append(part)
        }
    }

    func checkOpen() throws(LogError) {
        try self.open { (_) throws in }
    }

    func close() async {
        let state = self.state.withLock { state in
            defer { state = State(isClosed: true) }
            return state
        }
        for part in state.parts { await part.end() }
        await state.producer?.close()
        await state.asker?.close()
    }

    private func open<Result: Sendable>(_ body: (inout State) throws -> Result) throws(LogError) -> Result {
        do {
            return try self.state.withLock { state in
                guard !state.isClosed else { throw LogError(.closed, "the log is closed") }
                return try body(&state)
            }
        } catch let error as LogError {
            throw error
        } catch {
            throw LogError(kafka: error, "make a Kafka client")
        }
    }
}
