/// Where the parts of a definition stand in their files, by path: `states.triage.sla`, `actions.3.by.0`.
package struct SourceMap: Hashable, Sendable {
    /// A place in a file.
    package struct Place: Hashable, Sendable {
        package let file: String
        package let location: SourceLocation
    }

    private var places: [String: Place] = [:]
    private let start: Place

    init(file: String) { self.start = Place(file: file, location: .start) }

    /// The place of a path, or of the nearest part around it.
    package subscript(path: String) -> Place {
        var path = path[...]
        while true {
            if let place = self.places[String(path)] { return place }
            guard let dot = path.lastIndex(of: ".") else { return self.start }
            path = path[..<dot]
        }
    }

    /// Where exactly this part begins; nil for one that nobody wrote.
    func location(of path: String) -> SourceLocation? { self.places[path]?.location }

    mutating func add(_ path: String, _ place: Place) { self.places[path] = place }

    /// Takes over the places of another file's parts.
    mutating func merge(_ other: SourceMap) { self.places.merge(other.places) { own, _ in own } }
}
