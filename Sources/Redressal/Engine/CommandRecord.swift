/// Commands as records of the commands topic.
package enum CommandRecord {
    private static let type = "org.redressal.Command.v1"

    /// The record of a command, in the partition of its case.
    ///
    /// - Throws: `EncodingError` for numbers that JSON cannot hold.
    package static func make(_ command: Command, among partitionCount: Int) throws -> NewRecord {
        NewRecord(
            topic: .commands, partition: Partitioner.partition(of: command.case.text, among: partitionCount),
            key: command.case.text,
            headers: [
                RecordHeader("ce_specversion", "1.0"), RecordHeader("ce_id", command.id.text),
                RecordHeader("ce_source", "/redressal/gateway"), RecordHeader("ce_type", Self.type),
                RecordHeader("ce_subject", command.case.text),
                RecordHeader("ce_dataschema", "/schemas/commands.schema.json"),
                RecordHeader("content-type", "application/json"),
            ],
            value: try CanonicalJSON.encode(command))
    }

    /// Reads a record; nil for one that is not a command of ours.
    package static func read(_ record: LogRecord) -> Command? {
        guard let value = record.value, record.header("ce_type") == Self.type else { return nil }
        guard let command = try? CanonicalJSON.decode(Command.self, from: value) else { return nil }
        return record.key == command.case.text && command.id.text.utf8.count <= CommandID.longest ? command : nil
    }
}
