import Redressal

/// Where engines find cases as they stood, so as not to read a partition's whole history when they take it over.
///
/// A cache: the log tells the same, and an engine that finds nothing usable reads the log.
package protocol CaseSnapshots: Sendable {
    /// How far a partition's snapshots go; nil when they are of another version or not to be used.
    func start(of partition: Int) async throws -> SnapshotStart?

    /// Cases as they stand in the snapshots, all at one moment.
    ///
    /// - Parameters:
    ///   - cases: Ids that a database's text can hold.
    ///   - start: How far the snapshots must go at least.
    /// - Throws: ``SnapshotError`` when they do not go so far, or are of another version by now.
    func load(_ cases: Set<CaseID>, of partition: Int, notBefore start: Int64) async throws -> StoredCases

    /// Keeps answers that no event tells of, and how far the outcomes topic is kept so; again is harmless.
    ///
    /// - Parameter next: The offset of the first outcome of which nothing is kept.
    func keep(_ answers: [KeptAnswer], of partition: Int, to next: Int64) async throws
}
