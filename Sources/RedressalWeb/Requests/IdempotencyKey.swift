import HTTPTypes
import Redressal

/// What a sender calls a request, so that sending it twice does it once.
struct IdempotencyKey {
    private let text: String

    /// - Returns: nil when there is no such header.
    /// - Throws: ``Problem`` for a key that is empty, too long, or not of visible ASCII characters.
    init?(_ headers: HTTPFields) throws(Problem) {
        guard let text = headers[.idempotencyKey] else { return nil }
        guard CommandID.isIdempotencyKey(text) else {
            throw .malformed(
                "expected an Idempotency-Key of 1 to 255 visible ASCII characters but found another",
                field: "Idempotency-Key")
        }
        self.text = text
    }

    /// The key that a form of ours carries.
    ///
    /// - Throws: ``Problem`` for a form without one, which is none of ours.
    init(form key: String?) throws(Problem) {
        guard let key, CommandID.isIdempotencyKey(key) else {
            throw .malformed("expected a form of this site but its key is missing: open the page again")
        }
        self.text = key
    }

    /// What to say to who uses the key for something else.
    var reused: Rejection {
        Rejection(
            .commandReused,
            "expected the same request as before under Idempotency-Key '\(self.text)' but its content is another: "
                + "take a new key")
    }

    /// The case that this request opens.
    ///
    /// Keys of different people are different keys.
    func caseID(for user: String) -> CaseID { CaseID(DerivedID.uuid("http-case", self.text, user)) }

    /// The order for many cases that this request is.
    func orderID(for user: String) -> String { DerivedID.uuid("http-order", self.text, user) }

    /// The command that this request is.
    ///
    /// One key may serve one command a case: an engine sees only its own cases, so a
    /// key used again for another case could not be told from a new one.
    func commandID(for user: String, on id: CaseID) -> CommandID {
        CommandID(DerivedID.uuid("http-command", self.text, id.text, user))
    }
}

extension HTTPField.Name {
    /// The header of draft-ietf-httpapi-idempotency-key-header.
    package static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    /// Says that an answer was given before.
    package static let idempotentReplayed = HTTPField.Name("Idempotent-Replayed")!
}
