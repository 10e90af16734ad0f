import HTTPTypes
import Redressal

extension Problem {
    /// Somebody asks for what only auditors, or only administrators, may ask.
    static func notThisRole(_ role: OversightRole) -> Problem {
        Problem(
            .forbidden, Rejection.Code.notThisRole.rawValue,
            "expected an account with the role \(role.rawValue) but this one has not")
    }
}
