/// A file of the definitions' folder: where it lies in it, and its text.
package struct DefinitionFile: Hashable, Sendable {
    /// Relative to the folder, with `/` between parts: `calendars/kh-gov.yaml`.
    package let path: String
    package let text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}

extension DefinitionFile {
    /// What a file of the folder is for, by where it lies.
    enum Role {
        case defaults
        case definition(PublishedDefinition.Kind)
        /// Not a definition: a text for readers, or another kind of file.
        case other
    }

    var role: Role {
        guard [".yaml", ".yml"].contains(where: { self.path.hasSuffix($0) }) else { return .other }
        if ["defaults.yaml", "defaults.yml"].contains(self.path) { return .defaults }
        let parts = self.path.split(separator: "/", omittingEmptySubsequences: false)
        switch (parts.count, parts[0]) {
        case (1, _): return .definition(.workflow)
        case (2, "calendars"): return .definition(.calendar)
        case (2, "programmes"): return .definition(.programme)
        case (2, "texts"): return .definition(.texts)
        case (2, "notifications"): return .definition(.notifications)
        default: return .other
        }
    }
}
