import Yams

/// Reads `chains`: each a list of levels, or a mapping with `levels` and how silence is treated.
struct LadderReader {
    let log: ReadingLog

    /// The ladders of a file by name.
    func ladders(_ node: Node) -> [String: Ladder] {
        guard let map = MappingReader(node, path: "chains", log: self.log) else { return [:] }
        var ladders: [String: Ladder] = [:]
        for entry in map.entries where map.isName(entry.key, at: entry.keyNode) {
            ladders[entry.key] = self.ladder(entry, in: map)
        }
        return ladders
    }

    private func ladder(_ entry: MappingReader.Entry, in map: MappingReader) -> Ladder? {
        let path = map.path(entry.key)
        if case .sequence = entry.value {
            let levels = "\(path).levels"
            return Ladder(name: entry.key, levels: self.levels(map.items(entry.value, path: levels), path: levels))
        }
        guard let own = MappingReader(entry.value, path: path, log: self.log) else { return nil }
        own.allow(["levels", "on_missed", "acknowledge_within"])
        guard own.required("levels") != nil else { return nil }
        return Ladder(
            name: entry.key, levels: self.levels(own.items("levels"), path: own.path("levels")),
            onMissed: own.choice("on_missed") ?? .sequential,
            acknowledgeWithin: own.node("acknowledge_within").flatMap(own.span))
    }

    private func levels(_ nodes: [Node], path: String) -> [Ladder.Level] {
        nodes.enumerated().compactMap { index, node in
            guard let map = MappingReader(node, path: "\(path).\(index)", log: self.log) else { return nil }
            map.allow(["level", "after", "to", "effect"], former: ["effects": "effect", "sla": "after"])
            let level = map.required("level") == nil ? nil : map.positive("level")
            let after = map.required("after").flatMap(map.span)
            let to = map.required("to").flatMap { map.text($0) }
            guard let level, let after, let to else { return nil }
            return Ladder.Level(level: level, after: after, to: to, effects: map.names("effect"))
        }
    }
}

extension LadderReader {
    /// The names under `chains`, without a report.
    static func names(_ node: Node) -> [String] {
        node.mapping.map { $0.compactMap { $0.key.scalar?.string } } ?? []
    }
}
