import Logging
import Postgres

extension PostgresGroupSession {
    /// One lock of the group.
    struct Held {
        /// Whether it says that a session is a member.
        let isMember: Bool
        /// The session's process id, or the partition that is held.
        let key: Int
        /// Whether nothing was heard of the session for longer than members are silent.
        let isSilent: Bool
    }

    /// Who is there and who holds what, as the server shows it.
    func locks() async throws -> [Held] {
        let silence = Int(self.group.silence / .milliseconds(1))
        let rows = try await self.connection.query(
            """
            SELECT l.classid = \(self.group.memberSpace), l.objid,
                coalesce(
                    a.state = 'idle' AND a.state_change < clock_timestamp() - \(silence) * interval '1 millisecond',
                    false)
            FROM pg_locks l LEFT JOIN pg_stat_activity a USING (pid)
            WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.granted
                AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND l.classid IN (\(self.group.memberSpace), \(self.group.partitionSpace))
            """)
        return try rows.map { Held(isMember: try $0[0], key: try $0[1], isSilent: try $0[2]) }
    }

    /// Ends the sessions of members that stand still, with whatever cases wait for them, so that others take over.
    ///
    /// Every member looks about once in ``PostgresGroup/interval``. Whoever goes on after that finds itself without
    /// partitions, and joins again.
    func endSilent(_ locks: [Held]) async throws {
        for member in locks where member.isMember && member.isSilent {
            self.group.logger.warning(
                "a member of the group stands still, its partitions go to others",
                metadata: ["group": "\(self.group.name)", "session": "\(member.key)"])
            try await self.connection.query("SELECT pg_terminate_backend(\(member.key)::integer)")
        }
    }
}
