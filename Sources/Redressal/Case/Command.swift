import Crypto

/// A request to do something to a case.
///
/// Ids and times come in as values: the same command decided twice against the same state gives the same events.
package struct Command: Hashable, Sendable, Codable {
    package let id: CommandID
    package let `case`: CaseID
    package let actor: Actor
    package let channel: String
    /// When it happened, as the sender claims; for live commands the moment of sending.
    package let occurred: Instant
    /// The account, with the role `importer`, that vouches for a past it imports; nil for live commands.
    package let vouched: String?
    /// The number of the case's last event that the sender knows; the command is refused when the case has moved on.
    package let expected: Int?
    package let request: CommandRequest

    package init(
        id: CommandID, case: CaseID, actor: Actor, channel: String, occurred: Instant, vouched: String? = nil,
        expected: Int? = nil, request: CommandRequest
    ) {
        self.id = id
        self.case = `case`
        self.actor = actor
        self.channel = channel
        self.occurred = occurred
        self.vouched = vouched
        self.expected = expected
        self.request = request
    }

    /// Whether it belongs to an imported past.
    package var historical: Bool { self.vouched != nil }
}
