import RedressalTesting

extension TestSystem {
    /// With the shipped definitions, and with everything running that decides, folds and indexes.
    static func withShipped(
        _ kind: TestLog = .memory, _ body: (TestSystem) async throws -> Void
    ) async throws {
        try await TestSystem.with(kind, definitions: try .shipped()) { system in
            try await system.startEngine()
            system.startWorker()
            system.startIndexer()
            try await body(system)
        }
    }
}
