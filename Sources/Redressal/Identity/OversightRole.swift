/// Roles that look after the installation itself: they are held like others, and open nobody's personal data.
package enum OversightRole: String, CaseIterable, Sendable {
    /// Reads everything but personal data, and writes nothing.
    case auditor
    /// Keeps accounts, posts and definitions.
    case administrator

    /// Whether one of somebody's roles is one of these.
    package static func isAmong(_ roles: [String]) -> Bool {
        self.allCases.contains { roles.contains($0.rawValue) }
    }
}

extension OrgDirectory {
    /// Whether somebody holds an oversight role now, by a post or without one.
    package func holds(_ user: String, _ role: OversightRole, at instant: Instant) -> Bool {
        self.roles(of: user, at: instant).contains(role.rawValue)
    }
}
