import Yams

extension ProgrammeReader {
    /// A post with those who sit in it, one after the other.
    struct Seat {
        let post: Post
        let holdings: [Holding]
    }

    /// Reads `{sen-sok-chief: {office: sen-sok, roles: [sangkat_chief], holder: u-17}}`.
    ///
    /// `covers` names the offices that the post answers for, when they are others than its own and those below.
    /// `holder` is an account, or a list of `{user: u-17, from: 2024-05-01, to: 2025-04-30}`; a post without one is vacant.
    func posts(_ node: Node, offices: [String], users: Set<String>, _ zone: CalendarZone?) -> [Seat] {
        guard let map = MappingReader(node, path: "posts", log: self.log) else { return [] }
        let seats = map.entries.filter { self.isID($0.key, at: $0.keyNode) }.compactMap {
            self.seat($0, in: map, offices: offices, users: users, zone)
        }
        let roles = Set(seats.flatMap(\.post.roles))
        for entry in map.entries where roles.contains(entry.key) {
            self.log.error(
                "bad-name",
                "expected a post's id that is no role, because ladders name both, but found the role '\(entry.key)'",
                at: entry.keyNode)
        }
        return seats
    }

    private func seat(
        _ entry: MappingReader.Entry, in map: MappingReader, offices: [String], users: Set<String>,
        _ zone: CalendarZone?
    ) -> Seat? {
        let path = map.path(entry.key)
        guard let own = MappingReader(entry.value, path: path, log: self.log) else { return nil }
        own.allow(["office", "roles", "holder", "covers"], former: ["holders": "holder", "role": "roles"])
        let roles = own.required("roles").map { _ in own.names("roles") }
        let covers = own.texts("covers").filter { own.isKnown($0.text, "office", offices, at: $0.node) }.map(\.text)
        let holders = own.items("holder").enumerated().compactMap { index, node in
            self.holding(node, of: entry.key, path: "\(path).holder.\(index)", in: own, users: users, zone)
        }
        // Without a zone nobody knows when a day begins.
        if zone != nil { self.checkOneAtATime(holders, post: entry.key) }
        guard let node = own.required("office"), let office = own.text(node), let roles,
            own.isKnown(office, "office", offices, at: node)
        else { return nil }
        return Seat(
            post: Post(id: entry.key, office: office, roles: roles, covers: covers), holdings: holders.map(\.holding))
    }

    private func holding(
        _ node: Node, of post: String, path: String, in map: MappingReader, users: Set<String>, _ zone: CalendarZone?
    ) -> (holding: Holding, node: Node)? {
        if case .scalar = node {
            guard let user = self.user(node, in: map, among: users) else { return nil }
            return (Holding(post: post, user: user), node)
        }
        guard let own = MappingReader(node, path: path, log: self.log) else { return nil }
        own.allow(["user", "from", "to"])
        guard let user = own.required("user").flatMap({ self.user($0, in: own, among: users) }) else { return nil }
        let time = self.time(own, zone)
        return (Holding(post: post, user: user, from: time.from, to: time.to), node)
    }

    /// Reports whoever would sit in a post beside somebody else.
    private func checkOneAtATime(_ holders: [(holding: Holding, node: Node)], post: String) {
        for (index, later) in holders.enumerated() {
            let overlapping = holders[..<index].first { Tenure($0.holding).overlaps(Tenure(later.holding)) }
            guard let earlier = overlapping else { continue }
            self.log.error(
                "two-holders",
                "expected one holder of '\(post)' at a time but '\(later.holding.user)' and '\(earlier.holding.user)' overlap",
                at: later.node)
        }
    }
}
