/// The answer to a command.
package struct Outcome: Hashable, Sendable, Codable {
    package enum Status: String, Sendable, Codable {
        case accepted
        case rejected
    }

    package let command: CommandID
    package let `case`: CaseID
    package let status: Status
    package let rejection: Rejection?
    /// The case's last event number after it; zero when there is no case.
    package let seq: Int
    /// How many events it made; zero for a refusal and for a timer that no longer stood.
    package let events: Int
    /// Whether the same command had been answered before.
    package let repeated: Bool
    /// The digest of what was asked, to recognise the same command again.
    package let request: String

    package init(
        command: CommandID, case id: CaseID, status: Status, rejection: Rejection? = nil, seq: Int, events: Int,
        repeated: Bool = false, request: String
    ) {
        self.command = command
        self.case = id
        self.status = status
        self.rejection = rejection
        self.seq = seq
        self.events = events
        self.repeated = repeated
        self.request = request
    }
}
