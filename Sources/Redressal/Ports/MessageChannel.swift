/// Takes messages to whoever delivers them.
///
/// A message may come again, after a crash or a lost answer; its id is then the same, and a channel that can sees to it
/// that it goes out once. What cannot be handed over is an error and never a silence.
package protocol MessageChannel: Sendable {
    /// Hands one message over; whoever delivers it has it when this returns.
    func deliver(_ message: OutgoingMessage) async throws(MessageChannelError)
}
