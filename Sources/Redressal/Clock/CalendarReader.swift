/// Reads a calendar from YAML and says all that is wrong with it, with line and column.
package struct CalendarReader {
    private let file: String
    private(set) var findings: [Finding] = []

    /// Reads the text of one calendar's file.
    ///
    /// - Parameter file: the name that findings give.
    package static func read(_ text: String, file: String) -> CalendarReading {
        var reader = CalendarReader(file: file)
        let calendar = reader.calendar(text)
        return CalendarReading(
            calendar: reader.findings.hasErrors ? nil : calendar, findings: reader.findings.sorted())
    }

    private mutating func calendar(_ text: String) -> BusinessCalendar? {
        let log = ReadingLog(file: self.file)
        guard let node = YAMLDocument.root(of: text, log: log) else {
            self.findings += log.findings
            return nil
        }
        let root = CalendarNode(node: node, file: self.file)
        let fields = self.fields(
            of: root, "a calendar", required: ["kind", "id", "version", "tz", "hours"],
            optional: ["weekend", "overrides", "holidays", "business_day"])
        guard let fields else { return nil }
        self.checkKind(fields["kind"])
        let id = fields["id"].flatMap { self.id($0) }
        let version = fields["version"].flatMap { self.version($0) }
        let timeZone = fields["tz"].flatMap { self.timeZone($0) }
        let hours = fields["hours"].flatMap { self.ordinaryHours($0, weekend: fields["weekend"]) }
        let overrides = fields["overrides"].map { self.overrides($0) } ?? []
        let holidays = fields["holidays"].map { self.holidays($0) } ?? []
        let businessDay = fields["business_day"].flatMap { node in
            self.attempt { () throws(Finding) in try node.choice(BusinessCalendar.BusinessDay.self) }
        }
        guard self.findings.isEmpty, let id, let version, let timeZone, let hours else { return nil }
        return self.attempt { () throws(Finding) in
            do throws(CalendarError) {
                return try BusinessCalendar(
                    id: id, version: version, timeZone: timeZone, hours: hours, overrides: overrides.map(\.value),
                    holidays: holidays.map(\.value), businessDay: businessDay ?? .closeOfDay)
            } catch {
                let place = Self.place(of: error, in: fields, overrides: overrides, holidays: holidays) ?? root
                throw place.finding("calendar", "\(error)")
            }
        }
    }

    /// Runs a step and keeps its finding when it throws one.
    mutating func attempt<Value>(_ step: () throws(Finding) -> Value) -> Value? {
        do throws(Finding) {
            return try step()
        } catch {
            self.findings.append(error)
            return nil
        }
    }

    /// The values of a mapping by key; reports missing and unknown keys, and gives nothing when it is no mapping.
    mutating func fields(
        of node: CalendarNode, _ what: String, required: [String], optional: [String] = []
    ) -> [String: CalendarNode]? {
        guard let entries = self.attempt({ () throws(Finding) in try node.entries("\(what) as a mapping") }) else {
            return nil
        }
        let known = required + optional
        var fields: [String: CalendarNode] = [:]
        for (key, value) in entries {
            if let name = key.scalar, known.contains(name) {
                fields[name] = value
            } else {
                self.report(key.expected("a key among \(known.joined(separator: ", "))", rule: "unknown-key"))
            }
        }
        for name in required where fields[name] == nil {
            self.report(node.finding("missing-key", "expected \(what) to have '\(name)' but it is missing"))
        }
        return fields
    }

    mutating func report(_ finding: Finding) { self.findings.append(finding) }

    /// The node that an error of the whole calendar is about.
    private static func place(
        of error: CalendarError, in fields: [String: CalendarNode],
        overrides: [(node: CalendarNode, value: CalendarOverride)], holidays: [(node: CalendarNode, value: Holiday)]
    ) -> CalendarNode? {
        switch error {
        case .unknownTimeZone: fields["tz"]
        case .reversedOverride(let id), .duplicateOverride(let id), .overlappingOverrides(_, let id):
            overrides.last { $0.value.id == id }?.node
        case .duplicateHoliday(let date, let name):
            holidays.last { $0.value.date == date && $0.value.name == name }?.node
        case .hoursDiffer: fields["business_day"]
        case .malformedPeriod, .overlappingPeriods, .unbounded: fields["hours"]
        }
    }
}
