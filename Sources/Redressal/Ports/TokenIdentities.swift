/// Who may come in with a token of somebody else's making.
package protocol TokenIdentities: Sendable {
    /// Who shows this token; nil when it is not believed, or its account may not come in.
    ///
    /// - Returns: With an id of the token that says nothing of its content.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func identity(bearing token: String) async throws -> (identity: Identity, id: String)?
}
