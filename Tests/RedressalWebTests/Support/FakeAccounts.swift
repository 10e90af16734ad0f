import Redressal
import Synchronization

/// Accounts in memory; what is handed over tells what was asked.
final class FakeAccounts: AccountBook, Sendable {
    private let state = Mutex<[String: Account]>([:])
    private let changed = Mutex<[String]>([])

    init(_ names: [String]) {
        self.state.withLock { state in
            for name in names { state[name] = Account(name: name, kind: .person, hasPassword: true) }
        }
    }

    /// Which accounts were made or changed, in that order.
    var changes: [String] { self.changed.withLock { $0 } }

    func accounts() async throws -> [Account] { self.state.withLock { $0.values.sorted { $0.name < $1.name } } }

    func add(_ name: String, kind: Identity.Kind, isLasting: Bool) async throws -> String? {
        try self.state.withLock { state in
            guard state[name] == nil else {
                throw AccountError("expected a new account but '\(name)' is there already")
            }
            state[name] = Account(name: name, kind: kind, hasPassword: kind == .person)
        }
        self.changed.withLock { $0.append(name) }
        return kind == .person ? "first-\(name)" : nil
    }

    func resetPassword(of name: String) async throws -> String {
        try self.change(name) { $0 }
        return "next-\(name)"
    }

    func set(closed: Bool, _ name: String) async throws {
        try self.change(name) { account in
            Account(
                name: account.name, kind: account.kind, hasPassword: account.hasPassword, hasCode: account.hasCode,
                closed: closed ? Website.now : nil)
        }
    }

    func requireCode(of name: String) async throws { try self.code(true, name) }

    func removeCode(from name: String) async throws { try self.code(false, name) }

    private func code(_ isWanted: Bool, _ name: String) throws {
        try self.change(name) { Account(name: $0.name, kind: $0.kind, hasPassword: true, wantsCode: isWanted) }
    }

    private func change(_ name: String, _ body: (Account) -> Account) throws {
        try self.state.withLock { state in
            guard let account = state[name] else { throw AccountError("expected an account but there is none") }
            state[name] = body(account)
        }
        self.changed.withLock { $0.append(name) }
    }
}
