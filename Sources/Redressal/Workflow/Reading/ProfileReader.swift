import Yams

/// Reads `profiles`: targets by state name, with `total`, `calendar` and `chain` among them.
struct ProfileReader {
    let clocks: ClockReader

    /// The profiles by name.
    func profiles(_ node: Node) -> [String: Profile] {
        guard let map = MappingReader(node, path: "profiles", log: self.clocks.log) else { return [:] }
        var profiles: [String: Profile] = [:]
        for entry in map.entries where map.isName(entry.key, at: entry.keyNode) {
            guard let own = MappingReader(entry.value, path: map.path(entry.key), log: self.clocks.log) else {
                continue
            }
            profiles[entry.key] = self.profile(entry.key, own)
        }
        return profiles
    }

    private func profile(_ name: String, _ map: MappingReader) -> Profile {
        Profile(
            name: name, calendar: map.node("calendar") == nil ? nil : self.clocks.calendar(in: map),
            chain: self.clocks.chain(in: map), targets: self.targets(map),
            total: self.clocks.target("total", in: map))
    }

    private func targets(_ map: MappingReader) -> [StateName: ClockTarget] {
        var targets: [StateName: ClockTarget] = [:]
        for entry in map.entries where !["calendar", "chain", "total"].contains(entry.key) {
            guard map.isKnown(entry.key, "state", self.clocks.names.states, at: entry.keyNode) else { continue }
            switch self.clocks.target(entry.value, in: map) {
            case .target(let target): targets[StateName(entry.key)] = target
            case .none:
                self.clocks.log.error(
                    "bad-value", "expected a span or a field but found 'none': a profile cannot take a deadline away",
                    at: entry.value)
            case .mistake: break
            }
        }
        return targets
    }
}
