extension Sight {
    /// The account and the posts whose cases are in somebody's hands.
    package var holders: [String] { [self.user] + self.posts.map(\.id) }

    /// Leaves of a list the cases that they hold themselves, whichever the office, without those that complain about
    /// somebody near them.
    package func narrowToHeld(_ filter: inout CaseFilter) {
        self.narrow(&filter)
        filter.offices = nil
        filter.heldBy = self.holders
    }

    /// Leaves of a list of duties those in the cases of the offices that their posts reach, and in those that they hold.
    package func narrow(_ filter: inout EscalationFilter) {
        filter.offices = self.offices
        filter.heldBy = self.holders
        filter.hiddenRespondents = self.hiddenRespondents
        filter.border = self.catalog.laneBorder
    }

    /// The offices that they audit: as a person of a programme, or in a post that audits.
    package var audited: [String] {
        let posts = self.posts.filter { $0.roles.contains(OrgDirectory.auditor) }
        return self.catalog.org.officeIDs.filter { office in
            self.catalog.org.audits(self.user, office) || posts.contains { self.catalog.org.reaches(office, $0) }
        }
    }

    /// Whether they audit now.
    package var isAuditor: Bool { self.catalog.org.isAuditor(self.user, at: self.now) }

    /// The calendar of the office of their first post; nil for who has no post.
    package var calendar: BusinessCalendar? {
        self.posts.first.flatMap { self.catalog.org.office($0.office) }.flatMap { self.catalog.calendar($0.calendar) }
    }
}
