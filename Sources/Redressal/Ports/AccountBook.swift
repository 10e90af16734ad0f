/// The accounts of an installation, as whoever keeps them changes them; who may is asked elsewhere.
package protocol AccountBook: Sendable {
    /// All accounts, by name.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func accounts() async throws -> [Account]

    /// Makes an account.
    ///
    /// - Parameter isLasting: Whether the password may stay; otherwise another has to be chosen with the first sign-in.
    /// - Returns: The password that a person signs in with; nil for a service.
    /// - Throws: ``AccountError`` when there is one of that name.
    func add(_ name: String, kind: Identity.Kind, isLasting: Bool) async throws -> String?

    /// Gives a person a new password for the next time, and ends all sessions and tokens.
    ///
    /// - Throws: ``AccountError`` when there is no such person.
    func resetPassword(of name: String) async throws -> String

    /// Keeps an account from coming in, and ends all its sessions and tokens; or lets it come in again.
    ///
    /// - Throws: ``AccountError`` when there is no such account.
    func set(closed: Bool, _ name: String) async throws

    /// Asks for one-time codes, which the person sets up anew before they do anything else, and ends all sessions.
    ///
    /// - Throws: ``AccountError`` when there is no such person.
    func requireCode(of name: String) async throws

    /// Asks for no one-time codes any more, and ends all sessions.
    ///
    /// - Throws: ``AccountError`` when there is no such account.
    func removeCode(from name: String) async throws
}
