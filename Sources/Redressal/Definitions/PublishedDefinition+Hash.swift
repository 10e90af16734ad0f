extension PublishedDefinition {
    /// Makes a definition under the hash of its texts.
    package init(
        kind: Kind, name: String, version: Int, file: String, text: String, defaults: String?, published: Instant,
        by user: String
    ) {
        self.init(
            kind: kind, name: name, version: version, hash: Self.hash(of: text, defaults), file: file, text: text,
            defaults: defaults, published: published, by: user)
    }

    /// Whether its texts are those that the hash was made of.
    package var isWhole: Bool { self.hash == Self.hash(of: self.text, self.defaults) }

    /// What it is called among all definitions.
    package var key: DefinitionKey { DefinitionKey(kind: self.kind, name: self.name, version: self.version) }

    /// The same as a workflow's own content hash.
    private static func hash(of text: String, _ defaults: String?) -> String {
        WorkflowReader.contentHash(of: [text] + (defaults.map { [$0] } ?? []))
    }
}
