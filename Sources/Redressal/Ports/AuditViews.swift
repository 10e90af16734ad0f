/// Questions of auditors to the read models, which follow the log a little behind.
package protocol AuditViews: Sendable {
    /// The cases in which somebody did something, the latest deed first.
    ///
    /// - Parameters:
    ///   - cursor: Right after which one; nil for the first.
    ///   - limit: The most to give.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func touched(_ question: TouchQuestion, after cursor: TouchCursor?, limit: Int) async throws -> [TouchedCase]

    /// The cases in which a rule may be broken, the longest standing first.
    ///
    /// - Parameter limit: The most to give.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func suspects(of rule: AuditRule, in scope: AuditScope, limit: Int) async throws -> [AuditSuspect]

    /// So many cases of each office, drawn by a seed.
    ///
    /// Which are drawn depends on the seed and the cases alone: they come in the order of SHA-256 over the seed, a line break and
    /// the case's id, in UTF-8.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func sample(_ question: SampleQuestion) async throws -> [SampledCase]

    /// The latest signed root of each partition, events first.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func roots() async throws -> [SignedRoot]
}
