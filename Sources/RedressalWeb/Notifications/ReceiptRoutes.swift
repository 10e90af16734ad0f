import HTTPTypes
import Hummingbird
import Redressal

/// What gateways say became of messages: webhooks that come back, signed as those that go out (Standard Webhooks 1.0).
struct ReceiptRoutes: Sendable {
    let door: ReceiptDoor
    let clock: any WallClock

    /// - Parameter router: For whoever comes: who it is, the signature tells.
    func add(to router: some RouterMethods<WebContext>) {
        router.route(
            "notifications/receipts",
            [.post: { request, _ in try await TimeLimit.view.run { try await self.take(request) } }])
    }

    /// `POST /notifications/receipts`: 204 once it is noted; the same again is harmless.
    private func take(_ request: Request) async throws -> Response {
        let body = try await request.wholeBody()
        guard self.isSigned(body, request.headers) else { throw Problem.notSigned }
        let object = try JSONObject(try JSONValue.parse(body), allowing: ["message", "result", "code"])
        guard let result = DeliveryReceipt.Result(rawValue: try object.text("result")) else {
            throw Problem.malformed("expected delivered or failed in 'result' but found another text", field: "result")
        }
        let code = try object.optionalText("code")
        if let code, !DeliveryReceipt.isCode(code) {
            throw Problem.malformed(
                "expected a code of lower-case letters and '_' in 'code' but found another text", field: "code")
        }
        let receipt = DeliveryReceipt(message: try object.text("message"), result: result, code: code)
        guard try await self.door.receipts.note(receipt) else { throw Problem.noSuchMessage }
        return Response(status: .noContent, headers: [.cacheControl: "no-store"])
    }

    private func isSigned(_ body: [UInt8], _ headers: HTTPFields) -> Bool {
        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
        guard let id = header(WebhookSignature.idHeader), let timestamp = header(WebhookSignature.timestampHeader),
            let signatures = header(WebhookSignature.signatureHeader)
        else { return false }
        return self.door.signature.verifies(
            body, id: id, timestamp: timestamp, signatures: signatures, at: self.clock.now())
    }
}

extension Problem {
    fileprivate static let notSigned = Problem(
        .unauthorized, "not_signed",
        "expected a webhook that is signed with the key of receipts, and is not old, but found another")

    fileprivate static let noSuchMessage = Problem(
        .notFound, "unknown_message", "expected the id of a message that was sent but no message here has it")
}
