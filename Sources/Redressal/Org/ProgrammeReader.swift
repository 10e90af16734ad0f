import Yams

/// Reads a programme from YAML (its offices, posts, holders, absences, people, Open311) and says all that is wrong with it.
package struct ProgrammeReader {
    let log: ReadingLog
    /// The calendars that offices may name; nil when they are not known yet.
    let calendars: Set<String>?

    private static let keys = [
        "kind", "programme", "version", "tz", "offices", "posts", "people", "absences", "open311",
    ]

    /// Reads the text of one programme's file.
    ///
    /// - Parameters:
    ///   - file: The name that findings give.
    ///   - calendars: The ids of the calendars that offices may name; nil leaves them unchecked.
    package static func read(_ text: String, file: String, calendars: Set<String>? = nil) -> ProgrammeReading {
        let log = ReadingLog(file: file)
        let reader = ProgrammeReader(log: log, calendars: calendars)
        let map = YAMLDocument.root(of: text, log: log).flatMap { MappingReader($0, path: "", log: log) }
        map?.allow(Self.keys, former: ["name": "programme", "users": "people", "time_zone": "tz"])
        if let map { reader.checkKind(map) }
        let zone = map.flatMap { reader.zone($0) }
        let programme = map.flatMap { reader.programme($0, zone) }
        return ProgrammeReading(
            programme: log.findings.hasErrors ? nil : programme, zone: zone, findings: log.findings.sorted(),
            map: log.map)
    }

    private func programme(_ map: MappingReader, _ zone: CalendarZone?) -> Programme? {
        let people = map.node("people").map { self.people($0) } ?? []
        let users = Set(people.map(\.id))
        let offices = map.required("offices").map { self.offices($0) } ?? []
        // An office that could not be read is known all the same: one mistake, one finding.
        let known = map.node("offices")?.mapping?.compactMap { $0.key.scalar?.string } ?? []
        let seats = map.node("posts").map { self.posts($0, offices: known, users: users, zone) } ?? []
        let absences = map.items("absences").enumerated().compactMap { index, node in
            self.absence(node, path: "absences.\(index)", users: users, zone)
        }
        let open311 = map.node("open311").flatMap { Open311Reader(log: self.log).jurisdiction($0, offices: known) }
        guard let name = self.name(map), let version = map.required("version").flatMap({ _ in map.positive("version") })
        else { return nil }
        return Programme(
            name: name, version: version, offices: offices, posts: seats.map(\.post),
            holdings: seats.flatMap(\.holdings), absences: absences, people: people,
            open311: open311)
    }

    private func checkKind(_ map: MappingReader) {
        guard let node = map.required("kind"), let text = map.text(node), text != "programme" else { return }
        self.log.error("bad-value", "expected 'programme' but found '\(text)'", at: node)
    }

    private func name(_ map: MappingReader) -> String? {
        guard let node = map.required("programme"), let text = map.text(node), self.isID(text, at: node) else {
            return nil
        }
        return text
    }

    private func zone(_ map: MappingReader) -> CalendarZone? {
        guard let node = map.required("tz"), let text = map.text(node, "a time zone such as Asia/Karachi") else {
            return nil
        }
        do throws(CalendarError) {
            return try CalendarZone(identifier: text)
        } catch {
            self.log.error("time-zone", "\(error)", at: node)
            return nil
        }
    }

    /// Reports an id that is not of lower-case letters, digits, hyphens and underscores.
    func isID(_ text: String, at node: Node) -> Bool {
        guard Programme.isID(text) else {
            self.log.error(
                "bad-name",
                "expected an id of lower-case letters, digits and '-' such as khan-sen-sok but found '\(text)'",
                at: node)
            return false
        }
        return true
    }
}
