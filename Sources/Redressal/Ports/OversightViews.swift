/// Questions of supervisors and auditors to the read models.
package protocol OversightViews: Sendable {
    /// Duties that ladders gave to somebody, the longest standing first.
    ///
    /// - Parameters:
    ///   - cursor: Right after which one; nil for the first.
    ///   - limit: The most to give.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func escalations(
        _ filter: EscalationFilter, after cursor: EscalationCursor?, limit: Int
    ) async throws -> [EscalationLine]

    /// How far each partition is folded in, in the order of their numbers.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func standings() async throws -> [PartitionStanding]

    /// Records that the acceptance rule voids, by partition and offset.
    ///
    /// - Parameters:
    ///   - offices: Those of cases of other offices are left out, not those of no case that there is; nil for all.
    ///   - cursor: Right after which place; nil for the first.
    ///   - limit: The most to give.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func voids(of offices: [String]?, after cursor: LogPosition?, limit: Int) async throws -> [VoidRow]

    /// Of each case whose history shows a gap or a broken chain the record that does not fit, by the case's id.
    ///
    /// - Parameters:
    ///   - offices: Cases of other offices are left out, not those that there are not; nil for all.
    ///   - id: Right after which one; nil for the first.
    ///   - limit: The most to give.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func parked(of offices: [String]?, after id: CaseID?, limit: Int) async throws -> [VoidRow]

    /// Every plan's joint actions, by plan.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func jaapPlans() async throws -> [JaapPlan]

    /// How each office that received complaints in a time dealt with them; sensitive ones are left out.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func complaintFigures(in window: Range<Instant>) async throws -> [ComplaintFigures]
}
