import HTTPTypes
import Hummingbird
import Redressal

/// An answer that says why not, as RFC 9457 has it.
struct Problem: Error, Hashable, Sendable {
    let status: HTTPResponse.Status
    /// The last part of the problem's type; a closed set that scripts may rely on.
    let code: String
    /// "expected … but …", with nothing personal in it; nil when there is nothing to add.
    let detail: String?
    /// The field it is about: a name in `fields`, a place in the body such as `actor.user`, or a query parameter.
    let field: String?
    /// What goes into the head, such as when to try again.
    var headers: HTTPFields = [:]

    init(_ status: HTTPResponse.Status, _ code: String, _ detail: String?, field: String? = nil) {
        self.status = status
        self.code = code
        self.detail = detail
        self.field = field
    }

    /// The code in words: `not_in_this_state` is "Not in this state".
    var title: String {
        let words = self.code.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// A request that cannot be read.
    static func malformed(_ detail: String, field: String? = nil) -> Problem {
        Problem(.badRequest, "malformed", detail, field: field)
    }

    /// A case that nobody knows; what was asked for is not repeated, for people mistype other things into it.
    static let noSuchCase = Problem(
        .notFound, Rejection.Code.unknownCase.rawValue,
        "expected the id or the tracking number of a case but no case here has it")

    /// With a header that tells when to try again.
    ///
    /// - Parameter seconds: Whole seconds from now.
    func retryable(after seconds: Int) -> Problem {
        var problem = self
        problem.headers[.retryAfter] = String(seconds)
        return problem
    }
}
