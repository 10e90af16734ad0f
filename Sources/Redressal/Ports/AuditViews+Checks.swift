extension AuditViews {
    /// What a check finds.
    ///
    /// - Parameter now: The cut-off.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    package func run(
        _ check: AuditCheck, in scope: AuditScope, _ catalog: DefinitionCatalog, at now: Instant
    ) async throws -> AuditResult {
        let suspects = try await self.suspects(of: check.rule, in: scope, limit: AuditCheck.mostSuspects + 1)
        return check.result(suspects, catalog, at: now)
    }

    /// What some checks find, in their order.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    package func run(
        _ checks: [AuditCheck], in scope: AuditScope, _ catalog: DefinitionCatalog, at now: Instant
    ) async throws -> [AuditResult] {
        var results: [AuditResult] = []
        for check in checks { results.append(try await self.run(check, in: scope, catalog, at: now)) }
        return results
    }
}
