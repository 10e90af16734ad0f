import Crypto
import HTTPTypes
import Redressal
import Testing

/// What gateways say became of messages: only who has the key is heard.
@Suite struct ReceiptTests {
    private static let now = Website.now ?? Instant(seconds: 0)

    private func send(
        _ body: String, to website: Website, by signature: WebhookSignature = FakeReceipts.signature,
        at seconds: Int64 = Self.now.milliseconds / 1000, tampered: String? = nil
    ) async throws -> Reply {
        var headers = HTTPFields()
        let fields = [
            "webhook-id": "msg-1", "webhook-timestamp": "\(seconds)",
            "webhook-signature": signature.sign(Array(body.utf8), id: "msg-1", at: seconds),
        ]
        for (name, value) in fields { headers[try #require(HTTPField.Name(name))] = value }
        return try await website.send(.post, "/notifications/receipts", tampered ?? body, headers: headers)
    }

    private func receipt(_ result: String, _ more: String = "", message: String = FakeReceipts.message) -> String {
        #"{"message": "\#(message)", "result": "\#(result)"\#(more)}"#
    }

    @Test func aSignedReceiptIsNotedThoughNobodyHasSignedIn() async throws {
        let receipts = FakeReceipts()
        let website = Website(identities: FakeIdentities(), receipts: receipts)
        #expect(try await self.send(self.receipt("delivered"), to: website).status == 204)
        let failed = self.receipt("failed", #", "code": "no_such_number""#)
        #expect(try await self.send(failed, to: website).status == 204)
        #expect(
            receipts.noted == [
                DeliveryReceipt(message: FakeReceipts.message, result: .delivered),
                DeliveryReceipt(message: FakeReceipts.message, result: .failed, code: "no_such_number"),
            ])
    }

    @Test func anybodyElseIsNotHeard() async throws {
        let receipts = FakeReceipts()
        let website = Website(receipts: receipts)
        let body = self.receipt("delivered")
        let stranger = WebhookSignature(SymmetricKey(data: Array(repeating: 6, count: 32)))
        let seconds = Self.now.milliseconds / 1000
        let replies = [
            try await self.send(body, to: website, by: stranger),
            try await self.send(body, to: website, at: seconds - 301),
            try await self.send(body, to: website, tampered: self.receipt("failed")),
            try await website.send(.post, "/notifications/receipts", body),
        ]
        for reply in replies {
            #expect(reply.status == 401)
            #expect(reply.body.contains("/problems/not_signed"))
        }
        #expect(receipts.noted == [])
    }

    @Test func whatCannotBeMeantIsExplained() async throws {
        let receipts = FakeReceipts()
        let website = Website(receipts: receipts)
        let wrong: [(String, Int, String)] = [
            ("[]", 400, "expected an object as the body"), ("{", 400, "expected the body to be JSON"),
            (self.receipt("lost"), 400, "expected delivered or failed in 'result'"),
            (
                self.receipt("failed", #", "code": "No such number: 0300""#), 400,
                "expected a code of lower-case letters"
            ),
            (self.receipt("delivered", #", "to": "x""#), 400, "expected only message, result, code"),
            (self.receipt("delivered", message: "another"), 404, "unknown_message"),
        ]
        for (body, status, words) in wrong {
            let reply = try await self.send(body, to: website)
            #expect(reply.status == status, "\(reply)")
            #expect(reply.body.contains(words), "\(reply)")
        }
        #expect(receipts.noted == [])
        #expect(try await website.send(.get, "/notifications/receipts").status == 405)
    }
}
