/// Whose cases an auditor's question reaches.
package struct AuditScope: Hashable, Sendable {
    /// The offices whose cases are looked at; nil for all.
    package let offices: [String]?
    /// Accounts and posts: cases that complain about one of them are left out.
    package let hiddenRespondents: [String]
    /// Cases that crossed it are left out.
    package let border: LaneBorder

    package init(offices: [String]?, hiddenRespondents: [String] = [], border: LaneBorder = LaneBorder()) {
        self.offices = offices
        self.hiddenRespondents = hiddenRespondents
        self.border = border
    }

    /// Every case, for whoever sits at the command line.
    package static let everything = AuditScope(offices: nil)
}

extension Sight {
    /// The cases that an auditor's questions reach; nil for who audits nothing.
    package var auditScope: AuditScope? {
        guard self.isAuditor else { return nil }
        return AuditScope(
            offices: self.offices, hiddenRespondents: self.hiddenRespondents, border: self.catalog.laneBorder)
    }
}
