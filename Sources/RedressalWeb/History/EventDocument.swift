import Redressal

/// An event as it is shown: who did what, in which seat, under which rule, and what proves it.
struct EventDocument: Encodable {
    let seq: Int
    let type: String
    /// What the workflow calls it, or the type.
    let name: String
    /// Where the case stood before, when it moved.
    let from: String?
    /// Where it stands then.
    let to: String?
    let actor: Actor
    let channel: String
    let workflow: CaseDocument.Workflow
    /// When it happened, as claimed.
    let occurred: Instant
    /// When the engine recorded it.
    let recorded: Instant
    let command: CommandID
    /// The order for many cases that it came from; nil for what was done to this case alone.
    let causation: String?
    let facts: ShownFacts
    /// The hash of the case's event before it.
    let prev: EventHash
    let hash: EventHash
    /// Where it stands in the log.
    let log: Place

    private enum CodingKeys: String, CodingKey {
        case seq, type, name, from, to, actor, channel, workflow, occurred, recorded, command, facts, prev, hash, log
        case causation = "causation_id"
    }

    /// A place in the events topic.
    struct Place: Encodable {
        let partition: Int
        let offset: Int64
        /// The epoch of the engine that wrote it.
        let epoch: Int64
    }

    init(_ entry: TimelineEntry) throws {
        let record = entry.record
        self.seq = record.seq
        self.type = record.event.kind.rawValue
        self.name = entry.name
        self.from = entry.fromState
        self.to = entry.toState
        self.actor = record.actor
        self.channel = record.channel
        self.workflow = CaseDocument.Workflow(name: record.workflow.name, version: record.workflow.version)
        self.occurred = record.occurred
        self.recorded = record.recorded
        self.command = record.command
        self.causation = record.command.bulkRequest
        self.facts = try ShownFacts(record.event)
        self.prev = record.prev
        self.hash = entry.hash
        self.log = Place(partition: entry.partition, offset: entry.offset, epoch: record.epoch)
    }
}
