import Redressal
import Synchronization

/// Keeps messages in memory; a message that came before is not kept again.
package final class MemoryChannel: MessageChannel {
    private struct State {
        var messages: [OutgoingMessage] = []
        /// How often each was handed over.
        var times: [String: Int] = [:]
        var failures: [MessageChannelError] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// What was taken, in order.
    package var messages: [OutgoingMessage] { self.state.withLock(\.messages) }

    /// How often a message was handed over, whether taken or not.
    package func times(_ id: String) -> Int { self.state.withLock { $0.times[id] ?? 0 } }

    /// Does not take the next message.
    package func fail(_ error: MessageChannelError) { self.state.withLock { $0.failures.append(error) } }

    package func deliver(_ message: OutgoingMessage) async throws(MessageChannelError) {
        let failure = self.state.withLock { state -> MessageChannelError? in
            state.times[message.id, default: 0] += 1
            if !state.failures.isEmpty { return state.failures.removeFirst() }
            if !state.messages.contains(where: { $0.id == message.id }) { state.messages.append(message) }
            return nil
        }
        if let failure { throw failure }
    }
}
