/// Finds offices, posts, people and jurisdictions that two programmes of one folder both declare.
struct ProgrammeNames {
    private var owners: [String: String] = [:]

    /// Takes a programme's names in.
    ///
    /// - Returns: A finding for every name that another programme has declared before.
    mutating func add(_ reading: ProgrammeReading) -> [Finding] {
        guard let programme = reading.programme else { return [] }
        let paths =
            programme.offices.map { "offices.\($0.id)" } + programme.posts.map { "posts.\($0.id)" }
            + programme.people.map { "people.\($0.id)" }
            + (programme.open311.map { ["open311.jurisdiction.\($0.id)"] } ?? [])
        return paths.compactMap { path in
            guard let owner = self.owners[path], owner != programme.name else {
                self.owners[path] = programme.name
                return nil
            }
            let place = reading.map[path]
            let what = path.replacing(".", with: " ")
            return Finding(
                file: place.file, line: place.location.line, column: place.location.column, rule: "duplicate-name",
                message: "expected each id in one programme but '\(owner)' declares \(what) too")
        }
    }
}
