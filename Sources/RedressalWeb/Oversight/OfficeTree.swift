import Redressal

/// The offices as a tree, each with those under it; ids in their order.
struct OfficeTree: Sendable {
    let values: [[String: any Sendable]]

    init(_ org: OrgDirectory) {
        let offices = org.officeIDs.compactMap { org.office($0) }
        let children = Dictionary(grouping: offices) { office in
            // What names an office that is not there stands at the top.
            office.parent.flatMap { org.office($0)?.id } ?? ""
        }
        self.values = Self.branches(of: "", children, depth: 0)
    }

    /// No deeper than any tree of offices is, even where one would turn in a circle.
    private static let deepest = 20

    private static func branches(
        of id: String, _ children: [String: [Office]], depth: Int
    ) -> [[String: any Sendable]] {
        guard depth < Self.deepest else { return [] }
        return (children[id] ?? []).map { office in
            let under = Self.branches(of: office.id, children, depth: depth + 1)
            var branch: [String: any Sendable] = [
                "id": office.id, "name": office.name, "kind": office.kind.replacing("_", with: " "),
                "calendar": office.calendar, "hasBranches": !under.isEmpty, "branches": under,
            ]
            if !office.takes.isEmpty { branch["takes"] = office.takes.joined(separator: ", ") }
            return branch
        }
    }
}
