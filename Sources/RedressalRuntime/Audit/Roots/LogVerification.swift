import Redressal

/// Reads the whole log and says whether it is what was signed, and whether its histories hold together.
package struct LogVerification: Sendable {
    /// What was read of one partition.
    package struct Part: Sendable, Codable {
        /// Such as `events/3`.
        package let place: String
        package let records: Int64
        /// How many of them, from the first on, are those whose root was signed.
        package let signed: Int64
        /// How many signed roots were right.
        package let roots: Int
        /// Of events: accepted and void ones, and how many cases.
        package let accepted: Int?
        package let void: Int?
        package let cases: Int?
    }

    private let log: any Log
    private let key: CheckpointVerifier

    /// - Parameter key: Whose roots are believed.
    package init(log: any Log, key: CheckpointVerifier) {
        self.log = log
        self.key = key
    }

    /// - Parameters:
    ///   - notes: Signed roots in any order, each with the name of where it is from.
    ///   - onPart: Told how many partitions are read, of how many.
    /// - Throws: `LogError`.
    package func run(
        _ notes: [(source: String, note: String)], onPart: (Int, Int) -> Void = { _, _ in }
    ) async throws -> (parts: [Part], findings: [LogFinding]) {
        var (checkpoints, findings) = self.sorted(notes)
        var parts: [Part] = []
        let places = LogPlace.rooted(cases: self.log.partitionCount)
        for place in places {
            let (part, found) = try await self.read(
                place, checkpoints.removeValue(forKey: place.origin(of: self.key)) ?? [])
            parts.append(part)
            findings += found
            onPart(parts.count, places.count)
        }
        findings += checkpoints.keys.sorted().map { origin in
            LogFinding(
                .foreign, at: origin, "expected roots of this log's partitions but found one of \(origin.quoted)")
        }
        return (parts, findings)
    }

    /// What the key signed, by origin; anything else is a finding.
    private func sorted(_ notes: [(source: String, note: String)]) -> ([String: [Checkpoint]], [LogFinding]) {
        var checkpoints: [String: Set<Checkpoint>] = [:]
        var findings: [LogFinding] = []
        for (source, note) in notes {
            guard let signed = SignedCheckpoint(note: note), signed.isSigned(by: self.key) else {
                findings.append(
                    LogFinding(
                        .badSignature, at: source, "expected a root signed by \(self.key.name) but found another text"))
                continue
            }
            checkpoints[signed.checkpoint.origin, default: []].insert(signed.checkpoint)
        }
        return (checkpoints.mapValues { Array($0) }, findings)
    }

    private func read(_ place: LogPlace, _ checkpoints: [Checkpoint]) async throws -> (Part, [LogFinding]) {
        var roots = RootCheck(place, checkpoints)
        var history = place.topic == .events ? HistoryCheck(place) : nil
        for try await record in LogScan(self.log, place.topic, partition: place.partition) {
            roots.see(record)
            history?.see(record)
        }
        roots.end()
        let part = Part(
            place: place.path, records: roots.records, signed: roots.signed, roots: roots.confirmed,
            accepted: history?.accepted, void: history?.void, cases: history?.cases)
        return (part, (history?.findings ?? []) + [roots.finding].compactMap { $0 })
    }
}
