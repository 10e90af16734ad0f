import Yams

extension ActionReader {
    /// Reads `owed: {after: 80%, of: total}`.
    func owed(_ node: Node, _ map: MappingReader) -> Owed? {
        guard let own = MappingReader(node, path: map.path("owed"), log: self.log) else { return nil }
        own.allow(["after", "of"])
        let after: Percent? = own.required("after").flatMap { own.value($0, "a percentage from 1% to 99%") }
        let clock: ClockName? = own.required("of") == nil ? nil : own.choice("of")
        guard let after, let clock else { return nil }
        guard after.value < 100 else {
            self.log.error("bad-value", "expected a percentage from 1% to 99% but found '\(after)'", at: node)
            return nil
        }
        return Owed(after: after, of: clock)
    }
}
