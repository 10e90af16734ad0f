import Redressal

/// Tells which workflow cases follow.
package protocol CaseWorkflows: Sendable {
    /// - Returns: An entry for each case that is known.
    func workflows(of cases: Set<CaseID>) async throws -> [CaseID: String]

    /// Whether what it knows of a partition reaches up to an offset of the events topic.
    func reaches(_ offset: Int64, of partition: Int) async throws -> Bool
}
