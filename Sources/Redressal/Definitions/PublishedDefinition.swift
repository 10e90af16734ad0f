/// A definition as the log's `definitions` topic carries it: the text itself, under its content hash.
package struct PublishedDefinition: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case workflow
        case calendar
        case programme
        /// The texts of messages in one language.
        case texts
        /// Who is told of what in the cases of a workflow.
        case notifications
    }

    package let kind: Kind
    package let name: String
    package let version: Int
    /// SHA-256 over the texts, hexadecimal.
    package let hash: String
    /// The file's name, for messages.
    package let file: String
    package let text: String
    /// The text of the defaults that a workflow was read with.
    package let defaults: String?
    package let published: Instant
    /// Who published it.
    package let by: String

    package init(
        kind: Kind, name: String, version: Int, hash: String, file: String, text: String, defaults: String?,
        published: Instant, by: String
    ) {
        self.kind = kind
        self.name = name
        self.version = version
        self.hash = hash
        self.file = file
        self.text = text
        self.defaults = defaults
        self.published = published
        self.by = by
    }
}
