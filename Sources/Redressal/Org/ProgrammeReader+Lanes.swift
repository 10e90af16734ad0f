extension ProgrammeReader {
    /// Reports offices of a lane that lie under ordinary ones, or the other way round, and hand-overs from nowhere.
    ///
    /// A tree of offices is in one lane from its top, so that nobody reaches into it from above.
    func checkLanes(_ entries: [OfficeEntry], _ byID: [String: OfficeEntry], _ map: MappingReader) {
        for entry in entries {
            if let parent = entry.parent.flatMap({ byID[$0] }), parent.lane != entry.lane {
                self.log.error(
                    "office-lane",
                    "expected '\(entry.id)' and the office above it in one lane but found \(entry.laneText) under "
                        + parent.laneText, at: entry.node)
            }
            guard let serves = entry.serves else { continue }
            if entry.lane == nil {
                self.log.error(
                    "office-lane", "expected an office of a lane to serve '\(serves)' but '\(entry.id)' is in none",
                    at: entry.node)
            } else if map.isKnown(serves, "office", Array(byID.keys), at: entry.node), byID[serves]?.lane != nil {
                self.log.error(
                    "office-lane", "expected '\(entry.id)' to serve an ordinary office but '\(serves)' is in a lane",
                    at: entry.node)
            }
        }
    }
}

extension ProgrammeReader.OfficeEntry {
    fileprivate var laneText: String { self.lane.map { "lane '\($0)'" } ?? "no lane" }
}
