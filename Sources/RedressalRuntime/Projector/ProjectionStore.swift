import Redressal

/// Where one set of read models is kept, written one batch a transaction.
package protocol ProjectionStore: Sendable {
    /// Takes a partition over from whichever worker had it.
    func claim(_ partition: Int) async throws -> PartitionClaim

    /// The folds of cases, as far as they are stored.
    func states(of cases: Set<CaseID>) async throws -> [CaseID: CaseState]

    /// Writes a batch's rows and moves the position, in one transaction.
    ///
    /// - Parameters:
    ///   - next: The offset to read next.
    ///   - epoch: The highest epoch announced up to there.
    /// - Throws: ``ProjectionError`` when the claim no longer holds; then nothing was written.
    func write(_ changes: RowChanges, _ claim: PartitionClaim, to next: Int64, epoch: Int64) async throws
}
