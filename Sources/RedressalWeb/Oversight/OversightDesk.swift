import Redressal

/// What auditors and administrators are shown of an installation, and what administrators change.
package struct OversightDesk: Sendable {
    let views: any OversightViews
    let audit: any AuditViews
    let accounts: any AccountBook
    let organisation: any OrganisationBook
    let ends: @Sendable () async throws -> [Int: Int64]
    let notices: @Sendable () async throws -> [NoticeCount]

    /// - Parameters:
    ///   - accounts: The installation's own accounts.
    ///   - organisation: The programmes as they are published.
    ///   - ends: Where each partition of the events ends now.
    ///   - notices: How many messages there are, by what became of them.
    package init(
        views: any OversightViews, audit: any AuditViews, accounts: any AccountBook,
        organisation: any OrganisationBook,
        ends: @escaping @Sendable () async throws -> [Int: Int64] = { [:] },
        notices: @escaping @Sendable () async throws -> [NoticeCount] = { [] }
    ) {
        self.views = views
        self.audit = audit
        self.accounts = accounts
        self.organisation = organisation
        self.ends = ends
        self.notices = notices
    }
}
