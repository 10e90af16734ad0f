import HTTPTypes
import Redressal

extension JSONObject {
    /// How far a sender's clock may run ahead, in milliseconds.
    private static let skew: Int64 = 60_000

    /// When it happened, as the sender says; never later than now.
    ///
    /// - Throws: ``Problem`` for text that is no instant, or one in the future.
    func occurred(now: Instant) throws(Problem) -> Instant {
        guard let text = try self.optionalText("occurred") else { return now }
        guard let instant = Instant(text) else {
            throw .malformed(
                "expected an instant with a zone such as 2026-04-10T09:30:00Z in 'occurred' but found another text",
                field: "occurred")
        }
        guard now.milliseconds(to: instant) <= Self.skew else {
            throw Problem(
                .unprocessableContent, GatewayError.Code.invalid.rawValue,
                "expected 'occurred' not to lie in the future but it is later than \(now)", field: "occurred")
        }
        return min(instant, now)
    }
}
