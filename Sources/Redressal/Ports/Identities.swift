/// Who may come in: accounts, their passwords, sessions and tokens.
package protocol Identities: Sendable {
    /// Checks who somebody is and begins a session.
    ///
    /// - Parameter noting: Writes down that the password is about to be changed, once all fits and before it is; when it cannot,
    ///   nothing is changed and no session begins. Not called for an attempt without a new password.
    /// - Throws: ``SignInRefusal``; ``ViewsUnavailable`` when nobody can tell now; what `noting` throws.
    func signIn(
        _ attempt: SignInAttempt, noting: @Sendable () async throws -> Void
    ) async throws -> (secret: AccessSecret, identity: Identity)

    /// Who shows this secret; nil when it belongs to no session or token that holds now.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func identity(showing secret: AccessSecret) async throws -> Identity?

    /// A secret for somebody's authenticator app, which counts for nothing yet.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func proposeCode(for account: String) async throws -> ProposedCode

    /// Asks for the codes of a proposed secret from now on, once one was shown; ends the sessions before and begins another.
    ///
    /// - Parameters:
    ///   - attempt: With the password, and a code of the proposed secret.
    ///   - sealed: As it was proposed.
    ///   - noting: Writes down that codes are about to be asked for, as in ``signIn(_:noting:)``.
    /// - Throws: ``SignInRefusal``, also for who has codes already; ``ViewsUnavailable`` when nobody can tell now; what `noting`
    ///   throws.
    func acceptCode(
        _ attempt: SignInAttempt, of sealed: String, noting: @Sendable () async throws -> Void
    ) async throws -> (secret: AccessSecret, identity: Identity)

    /// Ends a session or a token at once.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func end(_ secret: AccessSecret) async throws
}
