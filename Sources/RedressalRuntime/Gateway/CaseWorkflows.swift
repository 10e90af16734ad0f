import Redressal

/// Tells which workflow cases follow.
package protocol CaseWorkflows: Sendable {
    /// - Returns: An entry for each case that is known.
    func workflows(of cases: Set<CaseID>) async throws -> [CaseID: String]
}
