/// CloudEvents 1.0 attributes as Kafka headers, binary content mode (CloudEvents Kafka protocol binding §3.2).
package enum EventHeaders {
    /// The headers of one event.
    package static func make(for event: WrittenEvent) -> [RecordHeader] {
        let record = event.record
        return self.make(
            id: "\(record.case):\(record.seq)", type: record.event.kind.rawValue, subject: record.case.text,
            time: record.recorded)
    }

    /// The headers of an ownership record.
    package static func make(for ownership: OwnershipTaken, partition: Int) -> [RecordHeader] {
        self.make(
            id: "partition-\(partition):\(ownership.epoch)", type: OwnershipTaken.kind,
            subject: "partition-\(partition)",
            time: ownership.recorded)
    }

    /// The headers of an entry of the access log.
    package static func make(for entry: AccessEntry) -> [RecordHeader] {
        self.make(
            id: entry.id, type: entry.fact.kind.rawValue, subject: entry.key, time: entry.at, source: "access",
            schemas: "access")
    }

    /// The full type of a kind of event.
    static func type(_ kind: String) -> String { "org.redressal.\(kind).v\(CaseEvent.version)" }

    private static func make(
        id: String, type: String, subject: String, time: Instant, source: String = "engine", schemas: String = "events"
    ) -> [RecordHeader] {
        [
            RecordHeader("ce_specversion", "1.0"), RecordHeader("ce_id", id),
            RecordHeader("ce_source", "/redressal/\(source)"),
            RecordHeader("ce_type", Self.type(type)), RecordHeader("ce_subject", subject),
            RecordHeader("ce_time", time.description),
            RecordHeader("ce_dataschema", "/schemas/\(schemas)/\(type).v\(CaseEvent.version).schema.json"),
            RecordHeader("content-type", "application/json"),
        ]
    }
}
