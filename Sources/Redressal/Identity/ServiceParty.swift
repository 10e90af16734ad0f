/// What a case calls somebody without an account for whom a service acts: the service's account, a dot, and a name of its own.
///
/// Accounts' names have no dot, so that no service can name another's party, nor anybody who has an account or came by the
/// public pages.
package enum ServiceParty {
    /// - Parameters:
    ///   - service: Its account; nil where nobody signs in.
    ///   - name: What the service knows them by; it has no dot.
    package static func account(of service: String?, _ name: String) -> String {
        service.map { "\($0).\(name)" } ?? name
    }

    /// Whether a name is one that a service gave to a party.
    static func isOne(_ user: String, of service: String) -> Bool {
        guard let dot = user.firstIndex(of: ".") else { return false }
        return user[..<dot] == service && user.index(after: dot) < user.endIndex
    }
}
