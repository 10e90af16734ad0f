/// Why somebody is not signed in; it never tells whether an account exists.
package enum SignInRefusal: Error, Hashable, Sendable {
    /// No such account, another password or code, or an account that is closed.
    case wrong
    /// Too many tries under this name: another counts from then on.
    case wait(until: Instant)
    /// The password is right, and a one-time code is needed too.
    case codeMissing
    /// The password is right, but was set by somebody else: a new one must come with it.
    case passwordExpired
    /// The new password is not taken, and why.
    case weakPassword(String)
}

extension SignInRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .wrong: "expected an account with its password, and its one-time code if it has one, but they do not fit"
        case .wait(let end): "expected fewer wrong tries in a row but there were too many: try again after \(end)"
        case .codeMissing: "expected the six digits of the authenticator app too but they are missing"
        case .passwordExpired: "expected a new password too, for this one was set by somebody else, but it is missing"
        case .weakPassword(let fault): fault
        }
    }
}
