import Foundation

/// What a password must be: long, not guessable from the account's name, and nothing else; no rules about kinds of
/// characters and no forced changes (NIST SP 800-63B-4 §3.1.1.2).
package enum PasswordRule {
    /// The fewest characters where the password is all that is asked for.
    package static let shortestAlone = 15
    /// The fewest characters where a one-time code is asked for too.
    package static let shortestWithCode = 8
    /// The most; longer ones only cost time.
    package static let longest = 256
    private static let fewestDistinct = 5

    /// Why a password is not taken; nil when it is.
    ///
    /// - Parameter hasCode: Whether the account signs in with one-time codes as well.
    package static func fault(in password: String, of account: String, hasCode: Bool) -> String? {
        let characters = Self.normalised(password).unicodeScalars
        let shortest = hasCode ? Self.shortestWithCode : Self.shortestAlone
        guard characters.count >= shortest else {
            return "expected a password of at least \(shortest) characters but found \(characters.count)"
        }
        guard characters.count <= Self.longest else {
            return "expected a password of at most \(Self.longest) characters but found \(characters.count)"
        }
        let text = String(characters).lowercased()
        guard !text.contains(account.lowercased()) else {
            return "expected a password without the account's name but found one with it"
        }
        guard Set(text).count >= Self.fewestDistinct else {
            return "expected at least \(Self.fewestDistinct) different characters in the password but found fewer"
        }
        return nil
    }

    /// The text that is hashed: the same whichever keyboard composed its characters (NFKC).
    package static func normalised(_ password: String) -> String { password.precomposedStringWithCompatibilityMapping }
}
