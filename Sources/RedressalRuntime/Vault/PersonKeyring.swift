/// Where persons' keys are kept.
package protocol PersonKeyring: Sendable {
    /// Makes sure that every subject has a key.
    ///
    /// - Returns: The keys, to seal with.
    /// - Throws: ``VaultError`` for a subject whose key was destroyed.
    func prepare(_ subjects: Set<String>) async throws -> PersonKeys
}
