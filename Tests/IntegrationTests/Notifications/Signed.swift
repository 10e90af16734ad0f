import Foundation
import Redressal
import RedressalTesting
import Testing

/// Webhooks signed and checked as a gateway does it, with the key that the program prints.
struct Signed {
    private let request: WebhookReceiver.Request

    init(_ request: WebhookReceiver.Request) { self.request = request }

    func isBy(_ key: String) throws -> Bool {
        try Self.signature(key).verifies(
            self.request.body, id: self.request.headers["webhook-id"] ?? "",
            timestamp: self.request.headers["webhook-timestamp"] ?? "",
            signatures: self.request.headers["webhook-signature"] ?? "", at: Instant(Date()))
    }

    static func headers(for body: String, by key: String) throws -> [String: String] {
        let seconds = Instant(Date()).milliseconds / 1000
        return [
            "webhook-id": "receipt-1", "webhook-timestamp": "\(seconds)",
            "webhook-signature": try self.signature(key).sign(Array(body.utf8), id: "receipt-1", at: seconds),
        ]
    }

    private static func signature(_ key: String) throws -> WebhookSignature {
        try #require(WebhookSignature(secret: key))
    }
}
