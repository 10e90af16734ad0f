import Foundation
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// What a gateway sees, and what its answers mean.
@Suite struct WebhookChannelTests {
    private let message = OutgoingMessage(
        id: "79faa19a-564c-84bf-8a25-be46b1a07ef1", medium: .sms, to: .init(address: "+923001234567"), language: "km",
        text: "មានដំណឹងថ្មី")

    @Test func aMessageIsSignedSoThatTheGatewayCanCheckIt() async throws {
        let gateway = try WebhookReceiver()
        defer { gateway.close() }
        let clock = ManualClock(TestSystem.start)
        try await MessageChannelContractTests.webhook(gateway, clock: clock).deliver(self.message)
        let request = try #require(gateway.requests.first)
        #expect(request.headers["webhook-id"] == self.message.id)
        #expect(request.headers["webhook-timestamp"] == "\(TestSystem.start.milliseconds / 1000)")
        #expect(request.headers["content-type"] == "application/json")
        #expect(
            MessageChannelContractTests.signature.verifies(
                request.body, id: self.message.id, timestamp: request.headers["webhook-timestamp"] ?? "",
                signatures: request.headers["webhook-signature"] ?? "", at: clock.now()))
        #expect(try CanonicalJSON.decode(OutgoingMessage.self, from: request.body) == self.message)
        #expect(String(decoding: request.body, as: UTF8.self).hasSuffix(#""to":{"address":"+923001234567"}}"#))
    }

    @Test(arguments: [
        ("500 Internal Server Error", "http_500", false), ("429 Too Many Requests", "http_429", false),
        ("401 Unauthorized", "http_401", false), ("400 Bad Request", "http_400", true),
        ("422 Unprocessable Content", "http_422", true),
        // Nothing is sent elsewhere, whatever the gateway says.
        ("302 Found\r\nLocation: http://169.254.169.254/", "http_302", false), ("", "unreachable", false),
    ])
    func anAnswerThatIsNoSuccessIsAnError(head: String, code: String, isRefusal: Bool) async throws {
        let gateway = try WebhookReceiver()
        defer { gateway.close() }
        gateway.answer(head)
        await #expect(throws: MessageChannelError(code, isRefusal: isRefusal)) {
            try await MessageChannelContractTests.webhook(gateway).deliver(self.message)
        }
        #expect(gateway.requests.count == 1)
    }

    @Test(arguments: [
        ("https://sms.example/in", true), ("https://sms.example:8443/in?x=1", true), ("http://127.0.0.1:8/", true),
        ("http://localhost/", true), ("http://sms.example/in", false), ("https://user:pw@sms.example/", false),
        ("file:///etc/passwd", false), ("sms.example", false), ("", false), ("https://", false),
        ("http://127.0.0.1.evil.example/", false), ("https://sms.example/#x", false),
    ])
    func onlyHTTPSOrThisMachineIsAnAddress(text: String, isAddress: Bool) {
        #expect((WebhookAddress(text) != nil) == isAddress)
    }
}
