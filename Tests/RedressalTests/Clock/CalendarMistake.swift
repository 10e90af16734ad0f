import Testing

/// A calendar with one mistake, and what the reader says about it.
struct CalendarMistake: Sendable, CustomTestStringConvertible {
    let yaml: String
    let finding: String

    var testDescription: String { self.finding }

    init(_ finding: String, in yaml: String) {
        self.finding = finding
        self.yaml = yaml
    }
}
