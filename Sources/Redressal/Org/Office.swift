/// A unit in the tree of jurisdictions.
package struct Office: Hashable, Sendable, Codable {
    package let id: String
    package let name: String
    /// What kind of unit it is, such as `district` or `sangkat`.
    package let kind: String
    /// The office above it; nil at the top.
    package let parent: String?
    /// The calendar it works by.
    package let calendar: String
    /// The kinds of cases that citizens may open here themselves, by the names of their workflows.
    package let takes: [String]
    /// The lane whose cases it keeps, away from all other offices; nil for an ordinary office.
    package let lane: String?
    /// The ordinary office for whose cases, and those below it, an office of a lane takes hand-overs; nil for none.
    package let serves: String?

    package init(
        id: String, name: String, kind: String, parent: String?, calendar: String, takes: [String] = [],
        lane: String? = nil, serves: String? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.parent = parent
        self.calendar = calendar
        self.takes = takes
        self.lane = lane
        self.serves = serves
    }
}
