/// What may be changed of who is away and who sits where, and what then becomes of a programme's lists.
struct OrganisationRules {
    private let programme: Programme
    private let zone: CalendarZone
    private let org: OrgDirectory
    private let now: Instant

    init(_ programme: Programme, _ zone: CalendarZone, _ org: OrgDirectory, at now: Instant) {
        self.programme = programme
        self.zone = zone
        self.org = org
        self.now = now
    }

    /// - Throws: ``OrganisationRefusal``.
    func absences(_ change: OrganisationChange) throws(OrganisationRefusal) -> [Tenure.Edit] {
        switch change {
        case .away(let user, let first, let last, let deputy):
            return try self.away(user, first, last, deputy: deputy)
        case .back(let user, let from, let day): return try self.back(user, from, on: day)
        case .seat: return []
        }
    }

    /// - Throws: ``OrganisationRefusal``.
    func holders(
        of post: String, _ user: String?, from day: CivilDate
    ) throws(OrganisationRefusal) -> [Tenure.Edit] {
        guard let seat = self.programme.posts.first(where: { $0.id == post }) else { throw .unknownPost }
        guard !self.programme.isGuarded(seat) else { throw .guarded }
        if let user { try self.checkNamed(user) }
        let start = try self.beginning(of: day)
        let holdings = self.programme.holdings.filter { $0.post == post }
        let later = holdings.contains { $0.from.map { $0 > start } ?? false }
        guard later || holdings.last(where: { $0.holds(at: start) })?.user != user else { throw .unchanged }
        if let user {
            let others = self.org.ownPosts(of: user, from: start, to: nil).filter { $0.id != post }
            try self.checkOversight(self.roles(of: user, others), seat.roles)
        }
        // What was planned from that day on goes with it.
        let edits = holdings.enumerated().compactMap { index, holding -> Tenure.Edit? in
            if let from = holding.from, from >= start { return .drop(index) }
            return holding.to.map { $0 > start } ?? true ? .end(index, start) : nil
        }
        return edits + [user.map { .add(Tenure(user: $0, from: start)) }].compactMap(\.self)
    }

    private func away(
        _ user: String, _ first: CivilDate, _ last: CivilDate?, deputy: String?
    ) throws(OrganisationRefusal) -> [Tenure.Edit] {
        try self.checkNamed(user)
        guard last.map({ first <= $0 }) ?? true else { throw .endBeforeBegin }
        let from = try self.beginning(of: first)
        let to = last.map { self.zone.start(of: $0.adding(days: 1)) }
        let meant = Tenure(user: user, from: from, to: to, deputy: deputy)
        let absences = self.programme.absences
        let overlapping = absences.filter { Tenure($0).overlaps(meant) }
        if let same = overlapping.first(where: { $0.user == user }) {
            let isSame = same.to == to && same.deputy == deputy && self.zone.date(at: same.from) == first
            throw isSame ? .unchanged : .alreadyAway
        }
        if let deputy {
            guard deputy != user else { throw .ownDeputy }
            try self.checkNamed(deputy)
            guard to != nil else { throw .deputyWithoutEnd }
            guard !overlapping.contains(where: { $0.user == deputy }) else { throw .deputyAway }
            let seats = self.org.ownPosts(of: user, from: from, to: to)
            guard !seats.contains(where: { self.programme.isGuarded($0) }) else { throw .guarded }
            let own = self.org.ownPosts(of: deputy, from: from, to: to)
            try self.checkOversight(self.roles(of: deputy, own), seats.flatMap(\.roles))
        }
        return [.add(meant)]
    }

    private func back(
        _ user: String, _ from: Instant, on day: CivilDate
    ) throws(OrganisationRefusal) -> [Tenure.Edit] {
        guard let index = self.programme.absences.firstIndex(where: { $0.user == user && $0.from == from }) else {
            throw .unchanged
        }
        let absence = self.programme.absences[index]
        let end = try self.beginning(of: day)
        // One that has not begun never was.
        if absence.from > self.now, end <= absence.from { return [.drop(index)] }
        if let to = absence.to {
            guard to > self.now else { throw .unchanged }
            guard end < to else { throw .overBefore }
        }
        return [.end(index, end)]
    }

    /// The moment from which a day counts: of today the one that it is.
    private func beginning(of day: CivilDate) throws(OrganisationRefusal) -> Instant {
        let today = self.zone.date(at: self.now)
        guard day >= today else { throw .past }
        return day == today ? self.now : self.zone.start(of: day)
    }

    private func checkNamed(_ user: String) throws(OrganisationRefusal) {
        guard !self.programme.people.contains(where: { $0.id == user }) else { return }
        throw self.org.isKnown(user) ? .otherProgramme : .unknownPerson
    }

    /// The roles of seats, and those of oversight that somebody holds without one.
    private func roles(of user: String, _ posts: [Post]) -> [String] {
        let alone = (self.org.person(user)?.roles ?? []).filter { OversightRole(rawValue: $0) != nil }
        return posts.flatMap(\.roles) + alone
    }

    /// Whoever holds a role of oversight acts in no other (ADR 0021 D1): who gets one beside another does nothing any more.
    private func checkOversight(_ own: [String], _ new: [String]) throws(OrganisationRefusal) {
        guard own.isEmpty || new.isEmpty || OversightRole.isAmong(own) == OversightRole.isAmong(new) else {
            throw .oversight
        }
    }
}
