/// What a published definition is called: under one key there is only ever one text.
package struct DefinitionKey: Hashable, Sendable, CustomStringConvertible {
    package let kind: PublishedDefinition.Kind
    package let name: String
    package let version: Int

    package init(kind: PublishedDefinition.Kind, name: String, version: Int) {
        self.kind = kind
        self.name = name
        self.version = version
    }

    /// `workflow complaint version 2`.
    package var description: String { "\(self.kind.rawValue) \(self.name) version \(self.version)" }
}
