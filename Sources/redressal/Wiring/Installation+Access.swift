import Foundation
import Redressal
import RedressalRuntime

extension Installation {
    /// Where it is written down who came in, was turned away, or read something.
    var accessLog: AccessLogWriter { AccessLogWriter(self.log) }

    /// What auditors ask about that.
    var accessEntries: AccessReadModel { AccessReadModel(pool: self.pool) }

    /// Folds it into rows.
    var accessProjector: AccessProjector { AccessProjector(log: self.log, pool: self.pool, logger: self.logger) }

    /// Opens personal fields for those who may read them.
    ///
    /// - Throws: `VaultError` when the key file is missing or another than the installation's.
    func personalData() async throws -> SealedPersonalData {
        let definitions = self.definitions
        return SealedPersonalData(
            try await self.vault(), pool: self.pool, log: self.accessLog, catalog: { definitions.catalog() },
            clock: self.clock, ids: { Self.makeID() })
    }

    /// Writes down what whoever sits at the command line does.
    func record(_ fact: AccessFact) async throws { try await self.record([fact], by: Self.operator) }

    /// Writes down what somebody does.
    func record(_ facts: [AccessFact], by reader: Reader) async throws {
        let entries = facts.map { fact in
            AccessEntry(
                fact, by: reader, request: nil, id: Self.makeID(), at: self.clock.now(),
                self.definitions.catalog().org)
        }
        try await self.accessLog.record(entries)
    }

    /// Whoever sits at the command line, under their name on this machine.
    static var `operator`: Reader { Reader(account: NSUserName(), kind: .operator) }

    private static func makeID() -> String { UUID().uuidString.lowercased() }
}
