/// What a command was answered, kept to answer it the same when it comes again.
struct Answer: Sendable {
    /// The digest of what was asked.
    let request: String
    let rejection: Rejection?
    /// The case's number after it.
    var seq: Int
    var events: Int

    init(request: String, rejection: Rejection? = nil, seq: Int, events: Int) {
        self.request = request
        self.rejection = rejection
        self.seq = seq
        self.events = events
    }
}
