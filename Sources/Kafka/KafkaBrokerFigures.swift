/// How a client's brokers answer, all of them together.
package struct KafkaBrokerFigures: Hashable, Sendable {
    /// Requests that wait to be sent or to be answered.
    package var requestsWaiting = 0
    /// The mean time in seconds until the slowest broker answers, over librdkafka's last window; 0 when none was asked.
    package var roundTrip = 0.0
    /// Requests that could not be sent, since the client began.
    package var sendErrors = 0
    /// Answers that could not be read, since the client began.
    package var receiveErrors = 0
    /// Requests that timed out, since the client began.
    package var timeouts = 0
}
