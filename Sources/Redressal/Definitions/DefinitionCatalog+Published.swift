extension DefinitionCatalog {
    /// Reads a published definition's text and takes it in.
    ///
    /// ``DefinitionRegister`` also sees to it that a name and version never change their text.
    /// - Returns: What is wrong with it; with an error among them the catalogue is unchanged.
    package mutating func add(_ published: PublishedDefinition) -> [Finding] {
        guard published.isWhole else {
            return [published.finding("hash", "expected a text of hash \(published.hash) but the text is another one")]
        }
        switch published.kind {
        case .workflow:
            let defaults = published.defaults.map { (text: $0, file: "defaults.yaml") }
            let reading = WorkflowReader.read(published.text, file: published.file, defaults: defaults)
            return self.take(reading.definition, reading.findings, published) {
                ($0.name, $0.version)
            } add: {
                $0.add($1)
            }
        case .calendar:
            let reading = CalendarReader.read(published.text, file: published.file)
            return self.take(reading.calendar, reading.findings, published) {
                ($0.id, $0.version)
            } add: {
                $0.add($1)
            }
        case .programme:
            let reading = ProgrammeReader.read(published.text, file: published.file)
            return self.take(reading.programme, reading.findings, published) {
                ($0.name, $0.version)
            } add: {
                $0.add($1)
            }
        case .texts:
            let reading = NoticeTextsReader.read(published.text, file: published.file)
            return self.take(reading.texts, reading.findings, published) {
                ($0.language, $0.version)
            } add: {
                $0.notifications.add($1)
            }
        case .notifications:
            let reading = NotificationReader.read(published.text, file: published.file)
            return self.take(reading.rules, reading.findings, published) {
                ($0.workflow, $0.version)
            } add: {
                $0.notifications.add($1)
            }
        }
    }

    /// Adds what was read, if it is what the record says it is.
    private mutating func take<Value>(
        _ value: Value?, _ findings: [Finding], _ published: PublishedDefinition,
        name: (Value) -> (String, Int), add: (inout DefinitionCatalog, Value) -> Void
    ) -> [Finding] {
        guard let value, !findings.hasErrors else { return findings }
        guard name(value) == (published.name, published.version) else {
            let found = "\(name(value).0) version \(name(value).1)"
            return findings + [
                published.finding("wrong-name", "expected the text of \(published.key) but it is of \(found)")
            ]
        }
        add(&self, value)
        return findings
    }
}

extension PublishedDefinition {
    /// An error about the definition as a whole.
    func finding(_ rule: String, _ message: String) -> Finding {
        Finding(file: self.file, line: 1, column: 1, rule: rule, message: message)
    }
}
