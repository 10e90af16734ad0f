import Yams

extension ProgrammeReader {
    /// An office as its entry has it, before it takes over what the offices above it say.
    struct OfficeEntry {
        let id: String
        let name: String
        let kind: String
        let parent: String?
        let calendar: String?
        let takes: [String]
        let lane: String?
        let serves: String?
        let node: Node
    }

    /// Reads `{khan-sen-sok: {name: Khan Sen Sok, kind: khan, parent: phnom-penh, calendar: kh-gov}}`.
    ///
    /// An office without a calendar works by that of the nearest office above that has one.
    func offices(_ node: Node) -> [Office] {
        guard let map = MappingReader(node, path: "offices", log: self.log) else { return [] }
        let entries = map.entries.filter { self.isID($0.key, at: $0.keyNode) }.compactMap { self.office($0, in: map) }
        // A parent that could not be read is known all the same: one mistake, one finding.
        self.checkParents(entries, among: map.entries.map(\.key), map)
        let byID = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
        self.checkTree(entries, byID)
        self.checkLanes(entries, byID, map)
        return entries.compactMap { entry in
            guard let calendar = self.calendar(of: entry, byID) else { return nil }
            return Office(
                id: entry.id, name: entry.name, kind: entry.kind, parent: entry.parent, calendar: calendar,
                takes: entry.takes, lane: entry.lane, serves: entry.serves)
        }
    }

    private func office(_ entry: MappingReader.Entry, in map: MappingReader) -> OfficeEntry? {
        guard let own = MappingReader(entry.value, path: map.path(entry.key), log: self.log) else { return nil }
        own.allow(["name", "kind", "parent", "calendar", "takes", "lane", "serves"])
        let name = own.required("name").flatMap { own.text($0) }
        let kind = own.required("kind").flatMap { own.text($0) }
        let calendar = own.text("calendar")
        if let calendar, let calendars = self.calendars, let node = own.node("calendar") {
            _ = own.isKnown(calendar, "calendar", calendars.sorted(), at: node)
        }
        guard let name, let kind else { return nil }
        return OfficeEntry(
            id: entry.key, name: name, kind: kind, parent: own.text("parent"), calendar: calendar,
            takes: own.names("takes"), lane: own.text("lane"), serves: own.text("serves"),
            node: own.node("parent") ?? entry.keyNode)
    }

    private func checkParents(_ entries: [OfficeEntry], among ids: [String], _ map: MappingReader) {
        for entry in entries {
            if let parent = entry.parent { _ = map.isKnown(parent, "office", ids, at: entry.node) }
        }
    }

    /// Reports every circle once, at its first office in the file.
    private func checkTree(_ entries: [OfficeEntry], _ byID: [String: OfficeEntry]) {
        var reported: Set<String> = []
        for entry in entries {
            let path = self.path(from: entry, byID)
            guard let last = path.last, last.parent == entry.id, reported.isDisjoint(with: path.map(\.id)) else {
                continue
            }
            reported.formUnion(path.map(\.id))
            let circle = (path.map(\.id) + [entry.id]).joined(separator: " under ")
            self.log.error(
                "office-cycle", "expected the offices above '\(entry.id)' to end at a top but found \(circle)",
                at: entry.node)
        }
    }

    private func calendar(of entry: OfficeEntry, _ byID: [String: OfficeEntry]) -> String? {
        if let calendar = self.path(from: entry, byID).lazy.compactMap(\.calendar).first { return calendar }
        // Once, at the top: the offices under it have none for the same reason.
        if entry.parent == nil {
            self.log.error(
                "missing-key", "expected the key 'calendar' because no office is above '\(entry.id)' but it is missing",
                at: entry.node)
        }
        return nil
    }

    /// The office and those above it, nearest first, each once.
    private func path(from entry: OfficeEntry, _ byID: [String: OfficeEntry]) -> [OfficeEntry] {
        var path: [OfficeEntry] = []
        var next: OfficeEntry? = entry
        while let office = next, !path.contains(where: { $0.id == office.id }) {
            path.append(office)
            next = office.parent.flatMap { byID[$0] }
        }
        return path
    }
}
