/// The definitions of a folder, read and checked together.
///
/// The same files in any order give the same definitions in the same order: calendars, then workflows, programmes, texts of
/// messages and notifications, each by path, so that whatever names another comes after it.
package struct DefinitionSet: Sendable {
    /// What can be published; files with errors are left out.
    package private(set) var definitions: [PublishedDefinition] = []
    /// Everything found wrong, by file, line and column.
    package private(set) var findings: [Finding] = []
    /// The definitions that can be published, arranged for decisions.
    package private(set) var register = DefinitionRegister()

    /// Whether a workflow has errors, so that nobody knows what is in it.
    private var lacksWorkflows = false
    private let defaults: DefinitionFile?
    private let published: Instant
    private let user: String

    /// Reads files.
    ///
    /// - Parameters:
    ///   - files: `defaults.yaml`, `*.yaml` for workflows, and those in `calendars/`, `programmes/`, `texts/` and
    ///     `notifications/`; other files are left alone.
    ///   - published: The instant that the definitions are to carry.
    ///   - user: Who publishes them.
    package init(_ files: [DefinitionFile], published: Instant, by user: String) {
        let files = files.sorted { $0.path < $1.path }
        self.defaults = files.first { if case .defaults = $0.role { true } else { false } }
        self.published = published
        self.user = user
        self.takeCalendars(Self.files(files, of: .calendar))
        self.takeWorkflows(Self.files(files, of: .workflow))
        self.takeProgrammes(Self.files(files, of: .programme))
        let languages = self.takeTexts(Self.files(files, of: .texts))
        self.takeNotifications(Self.files(files, of: .notifications), languages)
        self.findings = Set(self.findings).sorted()
    }

    private static func files(_ files: [DefinitionFile], of kind: PublishedDefinition.Kind) -> [DefinitionFile] {
        files.filter { if case .definition(kind) = $0.role { true } else { false } }
    }

    private mutating func takeCalendars(_ files: [DefinitionFile]) {
        for file in files {
            let reading = CalendarReader.read(file.text, file: file.path)
            self.findings += reading.findings
            if let calendar = reading.calendar {
                self.take(file, .calendar, name: calendar.id, version: calendar.version)
            }
        }
    }

    private mutating func takeWorkflows(_ files: [DefinitionFile]) {
        let defaults = self.defaults.map { (text: $0.text, file: $0.path) }
        let readings = files.map { ($0, WorkflowReader.read($0.text, file: $0.path, defaults: defaults)) }
        let known = readings.compactMap { $0.1.definition }
        for (file, reading) in readings {
            let findings = WorkflowChecks.findings(for: reading, known: known)
            self.findings += findings
            guard !findings.hasErrors, let workflow = reading.definition else {
                self.lacksWorkflows = true
                continue
            }
            self.take(file, .workflow, name: workflow.name, version: workflow.version)
        }
    }

    private mutating func takeProgrammes(_ files: [DefinitionFile]) {
        var seen = ProgrammeNames()
        let catalog = self.register.catalog
        // A workflow that could not be read may have any role.
        let roles = ProgrammeRoles(self.lacksWorkflows ? [] : catalog.workflows)
        for file in files {
            let reading = ProgrammeReader.read(file.text, file: file.path, calendars: self.register.calendars)
            let clashes = seen.add(reading)
            let services = self.lacksWorkflows ? [] : Open311Checks(catalog).findings(for: reading)
            self.findings += reading.findings + clashes + roles.findings(for: reading) + services
            guard !clashes.hasErrors, !services.hasErrors, let programme = reading.programme else { continue }
            self.take(file, .programme, name: programme.name, version: programme.version)
        }
    }

    private mutating func takeTexts(_ files: [DefinitionFile]) -> NoticeLanguages {
        var languages = NoticeLanguages()
        for file in files {
            let reading = NoticeTextsReader.read(file.text, file: file.path)
            languages.add(reading)
            self.findings += reading.findings
            guard let texts = reading.texts else { continue }
            self.take(file, .texts, name: texts.language, version: texts.version)
        }
        self.findings += languages.findings
        return languages
    }

    private mutating func takeNotifications(_ files: [DefinitionFile], _ languages: NoticeLanguages) {
        for file in files {
            // A workflow that could not be read may have any event.
            let reading = NotificationReader.read(
                file.text, file: file.path, workflows: self.lacksWorkflows ? nil : self.register.catalog.workflows,
                languages: languages)
            self.findings += reading.findings
            guard let rules = reading.rules else { continue }
            self.take(file, .notifications, name: rules.workflow, version: rules.version)
        }
    }

    private mutating func take(_ file: DefinitionFile, _ kind: PublishedDefinition.Kind, name: String, version: Int) {
        let definition = PublishedDefinition(
            kind: kind, name: name, version: version, file: file.path, text: file.text,
            defaults: kind == .workflow ? self.defaults?.text : nil, published: self.published, by: self.user)
        let findings = self.register.add(definition)
        self.findings += findings
        if !findings.hasErrors { self.definitions.append(definition) }
    }
}
