import Crypto

/// Somebody was not let in.
package struct SignInRefused: Hashable, Sendable, Codable {
    /// Why.
    ///
    /// A try during the wait after too many is no try (ADR 0012 D3), and is not noted.
    package enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        /// No such account, another password or code, or an account that is closed.
        case wrong
        case codeMissing = "code_missing"
        case passwordExpired = "password_expired"
        case weakPassword = "weak_password"
    }

    /// SHA-256 of what was typed as the account, hexadecimal: people type passwords there.
    package let name: String
    package let reason: Reason

    /// - Parameter name: What was typed as the account.
    package init(name: String, reason: Reason) {
        self.name = Self.hash(name)
        self.reason = reason
    }

    /// What is kept of a name.
    package static func hash(_ name: String) -> String { Hex.encode(Array(SHA256.hash(data: Array(name.utf8)))) }
}

extension SignInRefusal {
    /// What is noted of it; nil for what is not noted.
    package var reason: SignInRefused.Reason? {
        switch self {
        case .wrong: .wrong
        case .wait: nil
        case .codeMissing: .codeMissing
        case .passwordExpired: .passwordExpired
        case .weakPassword: .weakPassword
        }
    }
}
