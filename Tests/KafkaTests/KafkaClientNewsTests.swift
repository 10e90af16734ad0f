import Logging
import Testing

@testable import Kafka

@Suite(.timeLimit(.minutes(1))) struct KafkaClientNewsTests {
    /// Hands log events to a stream.
    private struct StreamHandler: LogHandler {
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace
        let continuation: AsyncStream<(message: String, metadata: Logger.Metadata)>.Continuation

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { self.metadata[key] }
            set { self.metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let metadata = self.metadata.merging(event.metadata ?? [:]) { $1 }
            self.continuation.yield((event.message.description, metadata))
        }
    }

    @Test func librdkafkasLinesArriveWithAStaticMessage() async throws {
        let (lines, continuation) = AsyncStream.makeStream(of: (message: String, metadata: Logger.Metadata).self)
        var configuration = KafkaConfiguration(bootstrap: "127.0.0.1:1", clientID: "test")
        configuration.logger = Logger(label: "test") { _ in StreamHandler(continuation: continuation) }
        let producer = try KafkaProducer(configuration)
        for await line in lines where line.metadata["kafka.facility"] == "FAIL" {
            #expect(line.message == "librdkafka")
            #expect(line.metadata["kafka.client"] == "test")
            #expect(line.metadata["kafka.text"]?.description.contains("127.0.0.1:1") == true)
            break
        }
        await producer.close(timeout: .zero)
    }
}
