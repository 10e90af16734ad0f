/// A message from `NOTIFY`.
package struct PostgresNotification: Sendable, Equatable {
    /// The channel it was sent to.
    package let channel: String
    /// The text sent with it; may be empty.
    package let payload: String
    /// The server's process id for the sending session.
    package let processID: Int32

    /// Makes a notification.
    package init(channel: String, payload: String, processID: Int32) {
        self.channel = channel
        self.payload = payload
        self.processID = processID
    }
}
