/// Compares the languages of one folder: a text that one language has and another lacks goes out in no words at all.
struct NoticeLanguages {
    private var readings: [NoticeTextsReading] = []

    mutating func add(_ reading: NoticeTextsReading) { self.readings.append(reading) }

    private var languages: [NoticeTexts] { self.readings.compactMap(\.texts) }

    /// The tags of the languages; nil when there is none, or one has errors.
    var tags: [String]? { self.isWhole ? self.languages.map(\.language) : nil }

    private var isWhole: Bool { !self.readings.isEmpty && self.languages.count == self.readings.count }

    /// The names of the texts that are there in every language; nil when there is no language, or one has errors.
    var templates: Set<String>? {
        guard self.isWhole else { return nil }
        return self.languages.dropFirst().reduce(Set(self.languages[0].texts.keys)) { $0.intersection($1.texts.keys) }
    }

    /// An error for every text that another language has, and a warning for each language that nobody has checked.
    var findings: [Finding] {
        let all = Set(self.languages.flatMap(\.texts.keys))
        return self.readings.flatMap { reading -> [Finding] in
            guard let texts = reading.texts else { return [] }
            let missing = all.subtracting(texts.texts.keys).sorted().map { name in
                self.finding(
                    "missing-text", "expected the text '\(name)' as in other languages but it is missing", reading)
            }
            guard !texts.isChecked else { return missing }
            return missing + [
                self.finding(
                    "unchecked-texts",
                    "expected texts that a speaker of '\(texts.language)' has checked but they are a machine's draft",
                    reading, .warning)
            ]
        }
    }

    private func finding(
        _ rule: String, _ message: String, _ reading: NoticeTextsReading, _ severity: Finding.Severity = .error
    ) -> Finding {
        let place = reading.map[severity == .error ? "texts" : "checked"]
        return Finding(
            file: place.file, line: place.location.line, column: place.location.column, rule: rule, message: message,
            severity: severity)
    }
}
