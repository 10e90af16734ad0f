/// What a command was answered, kept to answer it the same when it comes again.
package struct Answer: Hashable, Sendable {
    /// The digest of what was asked.
    package let request: String
    package let rejection: Rejection?
    /// The case's number after it.
    package internal(set) var seq: Int
    package internal(set) var events: Int

    package init(request: String, rejection: Rejection? = nil, seq: Int, events: Int) {
        self.request = request
        self.rejection = rejection
        self.seq = seq
        self.events = events
    }
}
