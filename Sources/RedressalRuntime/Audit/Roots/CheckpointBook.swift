import Postgres
import Redressal

/// The roots that this installation signed, in PostgreSQL.
package struct CheckpointBook: Sendable {
    /// Where the signing of a partition goes on.
    struct Mark: Sendable {
        let tree: MerkleTree
        let next: Int64
        let made: Instant
    }

    private let pool: PostgresPool

    package init(pool: PostgresPool) { self.pool = pool }

    /// What was signed last of a partition; nil when nothing was.
    ///
    /// A row that makes no tree counts as none: all is read anew then.
    /// - Throws: `PostgresError`.
    func mark(of place: LogPlace) async throws -> Mark? {
        let rows = try await self.pool.query(
            """
            SELECT size, next_offset, array_to_string(peaks, ' ') AS peaks, made_at FROM audit.checkpoint
            WHERE topic = \(place.topic.rawValue) AND partition = \(place.partition) ORDER BY size DESC LIMIT 1
            """)
        guard let row = rows.first else { return nil }
        let text: String = try row["peaks"]
        let peaks = text.split(separator: " ").compactMap { EventHash(String($0)) }
        guard let tree = MerkleTree(size: try row["size"], peaks: peaks) else { return nil }
        return Mark(
            tree: tree, next: try row["next_offset"], made: Instant(try row["made_at", as: PostgresTimestamp.self]))
    }

    /// Keeps a root; one that is kept already stays as it is.
    ///
    /// - Throws: `PostgresError`.
    func keep(_ signed: SignedCheckpoint, of place: LogPlace, _ tree: MerkleTree, next: Int64) async throws {
        _ = try await self.pool.query(
            """
            INSERT INTO audit.checkpoint (topic, partition, size, next_offset, peaks, made_at, note)
            VALUES (\(place.topic.rawValue), \(place.partition), \(tree.size), \(next),
                    \(PostgresValue.textArray(tree.peaks.map(\.description))), \(signed.checkpoint.made.timestamp), \(signed.note))
            ON CONFLICT DO NOTHING
            """)
    }

    /// All notes as they are kept, by partition and size.
    ///
    /// - Throws: `PostgresError`.
    package func notes() async throws -> [String] {
        try await self.pool.query("SELECT note FROM audit.checkpoint ORDER BY topic, partition, size")
            .values(as: String.self)
    }

    /// All roots that can be read, by partition and size.
    ///
    /// - Throws: `PostgresError`.
    package func all() async throws -> [SignedRoot] {
        try await self.pool.query(
            "SELECT topic, partition, note FROM audit.checkpoint ORDER BY topic, partition, size"
        ).compactMap { try SignedRoot($0) }
    }
}

extension SignedRoot {
    /// Reads a row of ``CheckpointBook``.
    ///
    /// - Returns: nil for a row that is none of ours.
    init?(_ row: PostgresRow) throws {
        guard let topic = Topic(rawValue: try row["topic"]), let signed = SignedCheckpoint(note: try row["note"]) else {
            return nil
        }
        self.init(place: LogPlace(topic: topic, partition: try row["partition"]), signed: signed)
    }
}
