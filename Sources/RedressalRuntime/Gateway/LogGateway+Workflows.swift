import Redressal
import Synchronization

extension LogGateway {
    /// How long to wait for a case that was opened elsewhere a moment ago.
    private static let foldingPatience = Duration.seconds(5)

    /// The workflows of the cases that are acted on; those opened in the same batch are known from it.
    ///
    /// - Throws: ``GatewayError`` `.unavailable` when nobody answers, `.busy` when the read models are so far behind that nobody
    ///   can tell which fields are personal.
    func workflowsOf(
        _ drafts: [CommandDraft], _ catalog: DefinitionCatalog
    ) async throws(GatewayError) -> [CaseID: String] {
        let known = self.opened.withLock { opened in
            if opened.count > 100_000 { opened.removeAll() }
            for draft in drafts {
                if let name = draft.command.workflowName { opened[draft.command.case] = name }
            }
            let cases = Set(drafts.map(\.command.case))
            return Dictionary(uniqueKeysWithValues: cases.compactMap { id in opened[id].map { (id, $0) } })
        }
        let unknown = Set(drafts.filter { !$0.command.fields.isEmpty }.map(\.command.case)).subtracting(known.keys)
        guard !unknown.isEmpty else { return known }
        let stored = try await self.stored(unknown) { missing in
            // Asked only of those that are not there: it looks into every workflow.
            drafts.filter { missing.contains($0.command.case) && self.sealing.needsWorkflow($0, catalog) }
        }
        return known.merging(stored) { first, _ in first }
    }

    /// Asks the read models, again and again while cases are not there that may be on their way: what is sealed on a guess
    /// would be refused, and the refusal kept.
    private func stored(
        _ cases: Set<CaseID>, waitingFor needed: (Set<CaseID>) -> [CommandDraft]
    ) async throws(GatewayError) -> [CaseID: String] {
        do {
            let found = try await self.workflows.workflows(of: cases)
            let missing = Set(needed(cases.subtracting(found.keys)).map(\.command.case))
            guard !missing.isEmpty else { return found }
            try await self.awaitFolding(of: missing)
            // Whoever is missing even now was not there when it was asked for: the engine says so.
            return try await self.workflows.workflows(of: missing).merging(found) { first, _ in first }
        } catch let error as GatewayError {
            throw error
        } catch {
            throw GatewayError(.unavailable, "expected the read models to answer but they do not: \(error)")
        }
    }

    /// Waits until the read models show what the log holds of cases now.
    func awaitFolding(of cases: Set<CaseID>) async throws {
        var pause = Duration.milliseconds(20)
        var waited = Duration.zero
        let ends = try await self.ends(of: cases)
        while try await !self.reach(ends) {
            guard waited < Self.foldingPatience else { throw Self.behind(cases.count) }
            try await self.pace.sleep(for: pause)
            (waited, pause) = (waited + pause, min(pause * 2, .milliseconds(500)))
        }
    }

    /// Where the events of cases' partitions end now.
    private func ends(of cases: Set<CaseID>) async throws(LogError) -> [Int: Int64] {
        var ends: [Int: Int64] = [:]
        for id in cases {
            let partition = Partitioner.partition(of: id.text, among: self.log.partitionCount)
            if ends[partition] == nil { ends[partition] = try await self.log.end(of: .events, partition: partition) }
        }
        return ends
    }

    private func reach(_ ends: [Int: Int64]) async throws -> Bool {
        for (partition, end) in ends where try await !self.workflows.reaches(end, of: partition) { return false }
        return true
    }

    private static func behind(_ count: Int) -> GatewayError {
        GatewayError(
            .busy,
            "expected the read models to show \(count) cases, whose workflow tells which fields are personal, but they are "
                + "behind", retryAfter: 2)
    }
}
