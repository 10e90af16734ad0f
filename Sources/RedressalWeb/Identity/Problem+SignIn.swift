import HTTPTypes
import Hummingbird
import Redressal

extension Problem {
    /// Nobody is known to be asking.
    static var notSignedIn: Problem {
        var problem = Problem(
            .unauthorized, "not_signed_in",
            "expected a session or a token that holds but found none: sign in with POST /session")
        problem.headers[.wwwAuthenticate] = "Bearer"
        return problem
    }

    /// Somebody has signed in with a password alone where codes are asked for.
    static var codesWanted: Problem {
        Problem(
            .unauthorized, "code_missing",
            "expected one-time codes to be set up on the page /console/account/code first but they are not")
    }

    /// A sign-in that is refused.
    ///
    /// - Parameter now: To say how long to wait.
    init(_ refusal: SignInRefusal, at now: Instant) {
        let (status, code, field) = refusal.problem
        self.init(status, code, refusal.description, field: field)
        if case .wait(let end) = refusal {
            self = self.retryable(after: max(1, Int((now.milliseconds(to: end) + 999) / 1000)))
        }
    }
}

extension SignInRefusal {
    fileprivate var problem: (status: HTTPResponse.Status, code: String, field: String?) {
        switch self {
        case .wrong: (.unauthorized, "sign_in_refused", nil)
        case .wait: (.tooManyRequests, "too_many_tries", nil)
        case .codeMissing: (.unauthorized, "code_missing", "code")
        case .passwordExpired: (.unauthorized, "password_expired", "new_password")
        case .weakPassword: (.unprocessableContent, "weak_password", "new_password")
        }
    }
}
