import Postgres
import Redressal

extension ReadModels {
    /// Asks the database; when it is away, says so in the words of the port.
    ///
    /// - Throws: ``ViewsUnavailable``; what the question throws.
    func asking<Answer: Sendable>(_ question: (PostgresPool) async throws -> Answer) async throws -> Answer {
        do {
            return try await question(self.pool)
        } catch let error as PostgresError where error.isAbsence {
            throw ViewsUnavailable("expected the read models to answer but they do not: \(error)")
        }
    }
}
