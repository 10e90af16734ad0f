extension PublishedDefinition {
    /// The next version of a calendar with one more day off.
    ///
    /// The lines that were there stay as they are, comments among them; a text that no line can be added to is written anew as JSON,
    /// which is YAML too.
    /// - Parameters:
    ///   - now: When it is published.
    ///   - user: By whom.
    /// - Returns: nil when it is no calendar, or has the day already.
    package func adding(_ announced: AnnouncedHoliday, at now: Instant, by user: String) -> PublishedDefinition? {
        guard let old = CalendarReader.read(self.text, file: self.file).calendar,
            let wanted = try? old.adding(announced.holiday)
        else { return nil }
        // Whatever the text looked like: it must be read as what was meant.
        let texts = [Self.text(self.text, with: announced, version: wanted.version), Self.text(of: wanted)]
        guard let text = texts.first(where: { CalendarReader.read($0, file: self.file).calendar == wanted }) else {
            return nil
        }
        return PublishedDefinition(
            kind: .calendar, name: self.name, version: wanted.version, file: self.file, text: text, defaults: nil,
            published: now, by: user)
    }

    private static func text(of calendar: BusinessCalendar) -> String {
        let json = (try? CanonicalJSON.encode(calendar)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        return "{\"kind\":\"calendar\",\(json.dropFirst())\n"
    }

    private static func text(_ text: String, with announced: AnnouncedHoliday, version: Int) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        if let index = lines.firstIndex(where: { $0.hasPrefix("version:") }) { lines[index] = "version: \(version)" }
        let name = announced.name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let line = "  - {date: \(announced.date), name: \"\(name)\", status: announced}"
        if let index = lines.firstIndex(where: { $0.hasPrefix("holidays:") }) {
            lines.insert(line, at: index + 1)
        } else {
            while lines.last?.isEmpty == true { lines.removeLast() }
            lines += ["holidays:", line, ""]
        }
        return lines.joined(separator: "\n")
    }
}
