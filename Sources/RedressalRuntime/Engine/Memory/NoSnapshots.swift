import Redressal

/// No snapshots: an engine reads the whole log and holds every case.
package struct NoSnapshots: CaseSnapshots {
    package init() {}

    package func start(of partition: Int) async throws -> SnapshotStart? { nil }

    package func load(_ cases: Set<CaseID>, of partition: Int, notBefore start: Int64) async throws -> StoredCases {
        throw SnapshotError.otherVersion(partition: partition)
    }

    package func keep(_ answers: [KeptAnswer], of partition: Int, to next: Int64) async throws {}
}
