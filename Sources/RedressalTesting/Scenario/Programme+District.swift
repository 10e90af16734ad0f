import Redressal

extension Programme {
    /// A small administration: a complaint cell in a district in a province, with one post a level.
    ///
    /// - Parameters:
    ///   - vacant: Posts that nobody holds.
    ///   - absences: Who is away.
    ///   - people: Declared relatives, courses and roles; `importer` is always there.
    package static func district(
        vacant: Set<String> = [], without missing: Set<String> = [], absences: [Absence] = [], people: [Person] = [],
        calendar: String = "office"
    ) -> Programme {
        let seats = [
            ("cell-clerk", "cell", "intake", "clerk"), ("cell-officer", "cell", "triage_officer", "officer"),
            ("cell-handler", "cell", "handler", "handler"), ("cell-head", "cell", "supervisor_l1", "head"),
            ("district-head", "district", "supervisor_l2", "commissioner"),
            ("province-head", "province", "supervisor_l3", "secretary"),
            ("ombudsman", "province", "oversight", "ombudsman"),
        ].filter { !missing.contains($0.0) }
        return Programme(
            name: "district", version: 1,
            offices: [
                Office(id: "province", name: "Province", kind: "province", parent: nil, calendar: calendar),
                Office(id: "district", name: "District", kind: "district", parent: "province", calendar: calendar),
                Office(id: "cell", name: "Cell", kind: "cell", parent: "district", calendar: calendar),
                Office(id: "clinic", name: "Clinic", kind: "clinic", parent: "district", calendar: "wall"),
            ],
            posts: seats.map { Post(id: $0.0, office: $0.1, roles: [$0.2]) },
            holdings: seats.filter { !vacant.contains($0.0) }.map { Holding(post: $0.0, user: $0.3) },
            absences: absences, people: [Person(id: "importer", roles: ["importer"])] + people)
    }
}
