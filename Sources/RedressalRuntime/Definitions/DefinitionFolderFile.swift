import Redressal

/// One file of a folder of definitions, whatever its ending, read together with what it may refer to in the others.
///
/// What is found in the others does not count against it.
package struct DefinitionFolderFile: Sendable {
    /// Where it lies in the folder.
    package let path: String
    /// What is wrong with the file itself.
    package let findings: [Finding]
    /// What makes that less than the whole, one line each: other files that were passed over.
    package let warnings: [String]
    /// The workflow that it holds, when nothing is wrong with it.
    package let workflow: WorkflowDefinition?
    /// The definitions of the folder that can be used.
    package let catalog: DefinitionCatalog

    /// - Parameters:
    ///   - path: Where the file lies in the folder.
    ///   - instant: The instant that definitions are to carry.
    /// - Throws: ``DefinitionFolderError`` when the folder cannot be listed.
    package init(_ path: String, in folder: DefinitionFolder, at instant: Instant) throws(DefinitionFolderError) {
        let (all, unreadable) = try folder.readable()
        self.path = path
        let others = all.filter { $0.path != path }
        let defaults = others.first { ["defaults.yaml", "defaults.yml"].contains($0.path) }
        var warnings = unreadable.filter { $0.file != path }.map { "'\($0.file)' is passed over: \($0.message)" }
        let text: String
        do throws(DefinitionFolderError) {
            text = try folder.text(of: path)
        } catch {
            self.findings = [folder.finding(error, in: path)]
            self.warnings = warnings
            self.workflow = nil
            self.catalog = DefinitionCatalog()
            return
        }
        // What a file is for is told from its path, so that one of another ending goes by one that has it.
        let alias = path.hasSuffix(".yaml") ? path : "\(path).yaml"
        let set = DefinitionSet(
            others.filter { $0.path != alias } + [DefinitionFile(path: alias, text: text)], published: instant,
            by: "check")
        var findings = set.findings.filter { $0.file == alias }.map { $0.moved(to: path) }
        if ["defaults.yaml", "defaults.yml"].contains(path) {
            findings = Self.findings(inDefaults: text, path)
        } else if !path.contains("/"), let defaults, Self.findings(inDefaults: defaults.text, defaults.path).hasErrors {
            warnings.append("'\(defaults.path)' has errors, so that '\(path)' is not checked as a whole: mend it first")
        }
        let isYAML = [".yaml", ".yml"].contains { path.hasSuffix($0) }
        if !isYAML, findings.contains(where: \.isNoDefinition) { findings.insert(.noDefinition(path), at: 0) }
        self.findings = findings
        self.warnings = warnings
        self.catalog = set.register.catalog
        let published = set.definitions.first { $0.kind == .workflow && $0.file == alias }
        self.workflow = published.flatMap { set.register.catalog.workflow(named: $0.name, version: $0.version) }
    }

    /// What is wrong with defaults, found by reading them with an empty workflow.
    private static func findings(inDefaults text: String, _ path: String) -> [Finding] {
        WorkflowReader.read("", file: "", defaults: (text: text, file: path)).findings.filter { $0.file == path }
    }
}

extension Finding {
    fileprivate func moved(to file: String) -> Finding {
        Finding(
            file: file, line: self.line, column: self.column, rule: self.rule, message: self.message,
            severity: self.severity)
    }

    /// Whether it says that a text is not even the outer form of a definition.
    fileprivate var isNoDefinition: Bool {
        ["yaml-syntax", "empty-file"].contains(self.rule) || self.message.hasPrefix("expected a mapping but")
    }

    fileprivate static func noDefinition(_ file: String) -> Finding {
        Finding(
            file: file, line: 1, column: 1, rule: "no-definition",
            message: "expected a definition in YAML but found another kind of text")
    }
}
