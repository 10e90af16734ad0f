/// The exact version of the workflow that a case runs under.
package struct WorkflowPin: Hashable, Sendable, Codable {
    package let name: String
    package let version: Int
    /// SHA-256 of the published text, hexadecimal.
    package let hash: String

    package init(name: String, version: Int, hash: String) {
        self.name = name
        self.version = version
        self.hash = hash
    }
}
