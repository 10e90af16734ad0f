import HTTPTypes
import Redressal

/// How administrators keep accounts: each sees and changes those that their post reaches, and never their own.
struct AccountDoor: Sendable {
    let book: any AccountBook
    let witness: AccessWitness

    /// As which administrator somebody keeps accounts.
    ///
    /// - Throws: ``Problem`` for who is none.
    func reach(of account: String) throws(Problem) -> AccountReach {
        guard
            let reach = AccountReach(of: account, self.witness.catalog().org, at: self.witness.clock.now())
        else { throw .notThisRole(.administrator) }
        return reach
    }

    /// The accounts that are theirs to keep, by name.
    func accounts(of reach: AccountReach) async throws -> [Account] {
        try await self.book.accounts().filter { reach.covers($0.name) }
    }

    /// One of them.
    ///
    /// - Throws: ``Problem`` for one that is not there or not theirs, which are told the same.
    func account(_ name: String, of reach: AccountReach) async throws -> Account {
        guard let account = try await self.accounts(of: reach).first(where: { $0.name == name }) else {
            throw Problem(
                .notFound, "unknown_account", "expected an account that you keep but there is none of this name")
        }
        return account
    }

    /// Makes an account.
    ///
    /// - Returns: The password for its first sign-in; nil for a service.
    func add(
        _ name: String, kind: Identity.Kind, by identity: Identity, _ reach: AccountReach
    ) async throws -> String? {
        guard reach.covers(name) else {
            throw Problem(
                .forbidden, Rejection.Code.outsideJurisdiction.rawValue,
                "expected somebody whose posts yours reaches but found another")
        }
        return try await self.telling {
            try await self.keeper(for: identity).add(name, kind: kind, self.witness.catalog().org)
        }
    }

    /// Changes an account that is somebody else's.
    ///
    /// - Returns: The password that has to be handed over; nil for nothing.
    func change(
        _ name: String, _ change: AccountChange, by identity: Identity, _ reach: AccountReach
    ) async throws -> String? {
        _ = try await self.account(name, of: reach)
        guard !reach.isOwn(name) else {
            throw Problem(
                .forbidden, Rejection.Code.samePerson.rawValue,
                "expected another administrator to change this account but it is your own")
        }
        let keeper = self.keeper(for: identity)
        return try await self.telling {
            switch change {
            case .close: try await keeper.set(closed: true, name)
            case .open: try await keeper.set(closed: false, name)
            case .password: return try await keeper.resetPassword(of: name)
            case .code: try await keeper.requireCode(of: name)
            case .noCode: try await keeper.removeCode(from: name)
            }
            return nil
        }
    }

    private func keeper(for identity: Identity) -> AccountKeeper {
        AccountKeeper(self.book) { try await self.witness.record($0, by: Reader(identity)) }
    }

    private func telling(_ body: () async throws -> String?) async throws -> String? {
        do {
            return try await body()
        } catch let error as AccountError {
            throw Problem(.conflict, "account_refused", error.description)
        }
    }
}

/// What administrators do to an account.
enum AccountChange: String, CaseIterable, Sendable {
    case close
    case open
    case password
    case code
    case noCode = "no-code"
}
