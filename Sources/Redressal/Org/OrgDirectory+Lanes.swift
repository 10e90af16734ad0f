extension OrgDirectory {
    /// The lane whose cases an office keeps; nil for an ordinary one, and for one that is not known.
    package func lane(of office: String) -> String? { self.office(office)?.lane }

    /// The office of a lane that takes the hand-overs of an ordinary office: the one that serves it, or the nearest above it.
    ///
    /// Of several the first by id; nil when nobody does.
    package func office(ofLane lane: String, for office: String) -> String? {
        let keepers = self.officeIDs.compactMap { self.office($0) }.filter { $0.lane == lane }
        for upper in self.path(from: office) {
            if let keeper = keepers.first(where: { $0.serves == upper.id }) { return keeper.id }
        }
        return nil
    }
}
