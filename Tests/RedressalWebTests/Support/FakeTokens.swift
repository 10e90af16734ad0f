import Redressal
import Synchronization

/// An outside issuer in memory: each account has its name as its token.
final class FakeTokens: TokenIdentities, Sendable {
    private struct State {
        var accounts: Set<String> = []
        var asked: [String] = []
        var isAway = false
    }

    private let state = Mutex(State())

    /// The tokens that it was asked about.
    var asked: [String] { self.state.withLock { $0.asked } }

    func add(_ account: String) { self.state.withLock { _ = $0.accounts.insert(account) } }

    func leave() { self.state.withLock { $0.isAway = true } }

    func identity(bearing token: String) async throws -> (identity: Identity, id: String)? {
        try self.state.withLock { state in
            state.asked.append(token)
            if state.isAway { throw ViewsUnavailable("the issuer is away") }
            guard state.accounts.contains(token) else { return nil }
            return (Identity(account: token, kind: .person, expires: FakeIdentities.expires), "id of \(token)")
        }
    }
}
