/// Who may come in: accounts, their passwords, sessions and tokens.
package protocol Identities: Sendable {
    /// Checks who somebody is and begins a session.
    ///
    /// - Throws: ``SignInRefusal``; ``ViewsUnavailable`` when nobody can tell now.
    func signIn(_ attempt: SignInAttempt) async throws -> (secret: AccessSecret, identity: Identity)

    /// Who shows this secret; nil when it belongs to no session or token that holds now.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func identity(showing secret: AccessSecret) async throws -> Identity?

    /// Ends a session or a token at once.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func end(_ secret: AccessSecret) async throws
}
