/// One event of a case with its envelope, as the log holds it.
package struct EventRecord: Hashable, Sendable {
    package let `case`: CaseID
    /// The event's number within its case, gapless from 1.
    package let seq: Int
    /// The hash of the case's event before this one.
    package let prev: EventHash
    /// The epoch of the owner that wrote it.
    package let epoch: Int64
    package let command: CommandID
    /// A digest of what the command asked, to tell a repeated command from another one under the same id.
    package let request: String
    package let workflow: WorkflowPin
    package let actor: Actor
    package let channel: String
    /// When it happened, as claimed.
    package let occurred: Instant
    /// When the engine recorded it.
    package let recorded: Instant
    package let event: CaseEvent

    package init(
        case id: CaseID, seq: Int, prev: EventHash, epoch: Int64, command: CommandID, request: String,
        workflow: WorkflowPin, actor: Actor, channel: String, occurred: Instant, recorded: Instant, event: CaseEvent
    ) {
        self.case = id
        self.seq = seq
        self.prev = prev
        self.epoch = epoch
        self.command = command
        self.request = request
        self.workflow = workflow
        self.actor = actor
        self.channel = channel
        self.occurred = occurred
        self.recorded = recorded
        self.event = event
    }
}

extension EventRecord: Codable {
    private enum CodingKeys: String, CodingKey {
        case type, version, `case`, seq, prev, epoch, command, request, workflow, actor, channel, occurred, recorded
        case facts
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let version = try container.decode(Int.self, forKey: .version)
        guard version == CaseEvent.version else {
            throw DecodingError.dataCorruptedError(
                forKey: .version, in: container,
                debugDescription: "expected version \(CaseEvent.version) but found \(version): use a newer program")
        }
        let kind = try container.decode(CaseEvent.Kind.self, forKey: .type)
        self.init(
            case: try container.decode(CaseID.self, forKey: .case),
            seq: try container.decode(Int.self, forKey: .seq),
            prev: try container.decode(EventHash.self, forKey: .prev),
            epoch: try container.decode(Int64.self, forKey: .epoch),
            command: try container.decode(CommandID.self, forKey: .command),
            request: try container.decode(String.self, forKey: .request),
            workflow: try container.decode(WorkflowPin.self, forKey: .workflow),
            actor: try container.decode(Actor.self, forKey: .actor),
            channel: try container.decode(String.self, forKey: .channel),
            occurred: try container.decode(Instant.self, forKey: .occurred),
            recorded: try container.decode(Instant.self, forKey: .recorded),
            event: try CaseEvent(kind, from: container, at: .facts))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(self.event.kind, forKey: .type)
        try container.encode(CaseEvent.version, forKey: .version)
        try container.encode(self.case, forKey: .case)
        try container.encode(self.seq, forKey: .seq)
        try container.encode(self.prev, forKey: .prev)
        try container.encode(self.epoch, forKey: .epoch)
        try container.encode(self.command, forKey: .command)
        try container.encode(self.request, forKey: .request)
        try container.encode(self.workflow, forKey: .workflow)
        try container.encode(self.actor, forKey: .actor)
        try container.encode(self.channel, forKey: .channel)
        try container.encode(self.occurred, forKey: .occurred)
        try container.encode(self.recorded, forKey: .recorded)
        try container.encode(self.event.facts, forKey: .facts)
    }
}
