import Yams

/// Reads `states`.
struct StateReader {
    let clocks: ClockReader

    /// The keys the reader knows; the editors' schema lists the same.
    static let keys = [
        "title", "sla", "chain", "remind", "pauses", "pause_cap", "final", "may_wait_forever", "waits_for", "shows",
    ]

    /// The states in the order of the file.
    func states(_ node: Node) -> [State] {
        guard let map = MappingReader(node, path: "states", log: self.clocks.log) else { return [] }
        if map.entries.isEmpty {
            self.clocks.log.error("missing-key", "expected at least one state but found none", at: node)
        }
        return map.entries.compactMap { entry in
            guard map.isName(entry.key, at: entry.keyNode, reserved: DefinitionNames.reservedForStates),
                let own = MappingReader(
                    entry.value, path: map.path(entry.key), log: self.clocks.log, allowsNothing: true)
            else { return nil }
            return self.state(entry.key, own)
        }
    }

    private func state(_ name: String, _ map: MappingReader) -> State {
        map.allow(Self.keys, former: ["within": "sla", "target": "sla", "reminders": "remind"])
        let final = map.choice("final") ?? State.Finality.no
        let target = self.clocks.target("sla", in: map)
        let chain = self.clocks.chain(in: map)
        let pauses = map.flag("pauses")
        let cap = map.node("pause_cap").flatMap(map.span)
        if final != .no { self.refuseClock(of: name, map) }
        return State(
            name: StateName(name), title: map.text("title"), target: target, chain: chain,
            remind: target == nil ? map.percents("remind") ?? [] : self.clocks.remind(in: map), pauses: pauses,
            pauseCap: pauses ? cap ?? self.clocks.defaults.pauseCap : nil, final: final,
            mayWaitForever: map.flag("may_wait_forever"), waitsFor: self.waitsFor(map), shows: self.shows(map))
    }

    /// Nothing is due in a state that ends the case.
    private func refuseClock(of name: String, _ map: MappingReader) {
        for key in ["sla", "chain", "remind", "pauses", "pause_cap", "may_wait_forever", "waits_for", "shows"] {
            guard let node = map.node(key) else { continue }
            self.clocks.log.error(
                "bad-value", "expected no '\(key)' in the final state \(name) but found \(node.kind)", at: node)
        }
    }
}
