import Yams

extension ProgrammeReader {
    /// Reads `{u-17: {roles: [complainant], courses: [safeguarding], relatives: [u-21]}}`; an account may say nothing.
    func people(_ node: Node) -> [Person] {
        guard let map = MappingReader(node, path: "people", log: self.log) else { return [] }
        let users = Set(map.entries.map(\.key))
        return map.entries.filter { self.isID($0.key, at: $0.keyNode) }.compactMap { entry in
            let path = map.path(entry.key)
            guard let own = MappingReader(entry.value, path: path, log: self.log, allowsNothing: true) else {
                return nil
            }
            own.allow(["roles", "courses", "relatives"])
            let relatives = own.texts("relatives").filter { own.isKnown($0.text, "user", users.sorted(), at: $0.node) }
            return Person(
                id: entry.key, roles: own.names("roles"), courses: own.names("courses"),
                relatives: relatives.map(\.text))
        }
    }

    /// Reads `{user: u-17, from: 2025-08-04, to: 2025-08-15, deputy: u-18}`; without `to` nobody knows when the person is back.
    ///
    /// A deputy sits in the person's posts meanwhile, and so needs an end.
    func absence(_ node: Node, path: String, users: Set<String>, _ zone: CalendarZone?) -> Absence? {
        guard let own = MappingReader(node, path: path, log: self.log) else { return nil }
        own.allow(["user", "from", "to", "deputy"])
        let user = own.required("user").flatMap { self.user($0, in: own, among: users) }
        let deputy = own.node("deputy").flatMap { self.user($0, in: own, among: users) }
        let time = self.time(own, zone)
        if own.node("deputy") != nil { _ = own.required("to") }
        if let deputy, deputy == user, let node = own.node("deputy") {
            self.log.error(
                "bad-value", "expected another account than the one that is away but found it again", at: node)
        }
        guard own.required("from") != nil, let user, let from = time.from else { return nil }
        return Absence(user: user, from: from, to: time.to, deputy: deputy)
    }

    /// An account among those declared.
    func user(_ node: Node, in map: MappingReader, among users: Set<String>) -> String? {
        guard let text = map.text(node, "an account such as u-17"),
            map.isKnown(text, "user", users.sorted(), at: node)
        else { return nil }
        return text
    }
}
