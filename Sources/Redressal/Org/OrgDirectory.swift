/// All programmes together, arranged for the questions that decisions ask.
package struct OrgDirectory: Sendable {
    private let offices: [String: Office]
    private let posts: [String: Post]
    let postsOfOffice: [String: [Post]]
    let holdings: [String: [Holding]]
    private let postsOfUser: [String: [Holding]]
    let absences: [String: [Absence]]
    /// The absences in which somebody stands in for whoever is away.
    private let absencesOfDeputy: [String: [Absence]]
    private let people: [String: Person]
    /// Who declared a person a relative.
    let declaredBy: [String: [String]]
    /// The ordinary offices of the programmes in which a person is an auditor without a post.
    private let audited: [String: Set<String>]

    /// Who reads everything but personal data, and writes nothing.
    package static let auditor = "auditor"

    /// - Parameter programmes: At most one version of each; a later one wins where two name the same thing.
    package init(_ programmes: [Programme] = []) {
        self.offices = Dictionary(programmes.flatMap(\.offices).map { ($0.id, $0) }) { $1 }
        let posts = Dictionary(programmes.flatMap(\.posts).map { ($0.id, $0) }) { $1 }
        self.posts = posts
        // In the order of their ids, so that the same directory always answers the same.
        self.postsOfOffice = Dictionary(grouping: posts.values.sorted { $0.id < $1.id }, by: \.office)
        self.holdings = Dictionary(grouping: programmes.flatMap(\.holdings), by: \.post)
        self.postsOfUser = Dictionary(grouping: programmes.flatMap(\.holdings), by: \.user)
        let absences = programmes.flatMap(\.absences)
        self.absences = Dictionary(grouping: absences, by: \.user)
        self.absencesOfDeputy = Dictionary(grouping: absences.filter { $0.deputy != nil }) { $0.deputy ?? "" }
        let people = Dictionary(programmes.flatMap(\.people).map { ($0.id, $0) }) { $1 }
        self.people = people
        self.declaredBy = Dictionary(
            people.values.flatMap { person in person.relatives.map { ($0, [person.id]) } }, uniquingKeysWith: +)
        self.audited = Dictionary(
            programmes.flatMap { programme in
                programme.people.filter { $0.roles.contains(Self.auditor) }
                    .map { ($0.id, Set(programme.offices.filter { $0.lane == nil }.map(\.id))) }
            }
        ) { $0.union($1) }
    }

    package func office(_ id: String) -> Office? { self.offices[id] }

    /// The offices there are, in the order of their ids.
    package var officeIDs: [String] { self.offices.keys.sorted() }

    /// The accounts of all programmes, as people or as holders of posts, in the order of their ids.
    package var userIDs: [String] { Set(self.people.keys).union(self.postsOfUser.keys).sorted() }

    /// Times in which people cannot act that are not over yet, the first to begin first.
    package func absences(after instant: Instant) -> [Absence] {
        self.absences.values.joined().filter { $0.to.map { $0 > instant } ?? true }
            .sorted { ($0.from, $0.user) < ($1.from, $1.user) }
    }

    /// The posts there are, in the order of their ids.
    package var allPosts: [Post] { self.posts.values.sorted { $0.id < $1.id } }

    /// Whether a programme gives a role to posts or to people, so that nobody else has it.
    func isGiven(_ role: String) -> Bool {
        self.posts.values.contains { $0.roles.contains(role) }
            || self.people.values.contains { $0.roles.contains(role) }
    }

    package func post(_ id: String) -> Post? { self.posts[id] }

    package func person(_ id: String) -> Person? { self.people[id] }

    /// Whether an account is in a programme: as a person, or as the holder of a post.
    package func isKnown(_ user: String) -> Bool { self.people[user] != nil || self.postsOfUser[user] != nil }

    /// An office and the offices above it, nearest first; stops where the tree would turn in a circle.
    package func path(from id: String) -> [Office] {
        var path: [Office] = []
        var next = self.offices[id]
        while let office = next, !path.contains(where: { $0.id == office.id }) {
            path.append(office)
            next = office.parent.flatMap { self.offices[$0] }
        }
        return path
    }

    /// The posts of a role, or the one of that name, in an office or the nearest office above that has any.
    package func posts(for roleOrPost: String, from office: String) -> [Post] {
        if let post = self.posts[roleOrPost] { return [post] }
        for office in self.path(from: office) {
            let posts = (self.postsOfOffice[office.id] ?? []).filter { $0.roles.contains(roleOrPost) }
            if !posts.isEmpty { return posts }
        }
        return []
    }

    /// Who holds a post at an instant.
    package func holder(of post: String, at instant: Instant) -> String? {
        self.holdings[post]?.last { $0.holds(at: instant) }?.user
    }

    /// The posts a person sits in at an instant: their own first, then those of whom they stand in for.
    package func posts(of user: String, at instant: Instant) -> [Post] {
        ([user] + self.principals(of: user, at: instant)).flatMap { self.ownPosts(of: $0, at: instant) }
    }

    /// The posts that are a person's own, without those of whom they stand in for.
    package func ownPosts(of user: String, at instant: Instant) -> [Post] {
        (self.postsOfUser[user] ?? []).filter { $0.holds(at: instant) }.compactMap { self.posts[$0.post] }
    }

    /// The posts that are a person's own at some instant of a span, also those in which they are to sit then.
    ///
    /// - Parameter end: The first instant that is no part of it; nil for ever.
    func ownPosts(of user: String, from start: Instant, to end: Instant?) -> [Post] {
        let span = Tenure(user: user, from: start, to: end)
        return (self.postsOfUser[user] ?? []).filter { Tenure($0).overlaps(span) }.compactMap { self.posts[$0.post] }
    }

    /// Those whom a person stands in for at an instant, each once; whoever is away stands in for nobody.
    package func principals(of user: String, at instant: Instant) -> [String] {
        guard !self.isAbsent(user, at: instant) else { return [] }
        let away = (self.absencesOfDeputy[user] ?? []).filter { $0.holds(at: instant) }.map(\.user)
        return Set(away).subtracting([user]).sorted()
    }

    /// Who acts for a person at an instant: themselves, or while they are away whoever stands in for them.
    ///
    /// - Returns: nil for whoever is away with nobody in their place who is there.
    package func acting(for user: String, at instant: Instant) -> String? {
        let absences = (self.absences[user] ?? []).filter { $0.holds(at: instant) }
        guard !absences.isEmpty else { return user }
        return absences.lazy.compactMap(\.deputy).first { !self.isAbsent($0, at: instant) }
    }

    /// The roles a person holds at an instant, with posts and without, in their order.
    package func roles(of user: String, at instant: Instant) -> [String] {
        Set(self.posts(of: user, at: instant).flatMap(\.roles) + (self.person(user)?.roles ?? [])).sorted()
    }

    package func isAbsent(_ user: String, at instant: Instant) -> Bool {
        self.absences[user]?.contains { $0.holds(at: instant) } ?? false
    }

    /// Whether two offices are one, or the first lies somewhere under the second.
    package func isWithin(_ office: String, _ upper: String) -> Bool {
        self.path(from: office).contains { $0.id == upper }
    }

    /// Whether an office is one that a post covers, or lies under one; never across the border of a lane.
    package func reaches(_ office: String, _ post: Post) -> Bool {
        self.lane(of: office) == self.lane(of: post.office) && post.covers.contains { self.isWithin(office, $0) }
    }
}

extension OrgDirectory {
    /// Whether a person audits: a post of theirs does, or they do without a post.
    package func isAuditor(_ user: String, at instant: Instant) -> Bool {
        self.audited[user] != nil || self.posts(of: user, at: instant).contains { $0.roles.contains(Self.auditor) }
    }

    /// Whether a person audits an office without a post: it is one of a programme that names them an auditor.
    func audits(_ user: String, _ office: String) -> Bool { self.audited[user]?.contains(office) == true }
}
