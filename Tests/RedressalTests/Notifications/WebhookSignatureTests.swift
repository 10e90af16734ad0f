import Redressal
import Testing

@Suite struct WebhookSignatureTests {
    private let id = "msg_p5jXN8AQM9LWM0D4loKWxJek"
    private let seconds: Int64 = 1_614_265_330
    private let body = Array(#"{"test": 2432232314}"#.utf8)
    private let expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

    private func signature() throws -> WebhookSignature {
        try #require(WebhookSignature(secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    }

    /// The example of the Standard Webhooks specification's reference libraries.
    @Test func theKnownExampleIsSignedAlike() throws {
        #expect(try self.signature().sign(self.body, id: self.id, at: self.seconds) == self.expected)
        #expect(try self.signature().secret == "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    }

    @Test func onlyWhatWasSignedNotLongAgoIsTaken() throws {
        let signature = try self.signature()
        func isTaken(
            _ body: [UInt8], id: String, timestamp: String = "1614265330", _ signatures: String, at seconds: Int64
        ) -> Bool {
            signature.verifies(
                body, id: id, timestamp: timestamp, signatures: signatures, at: Instant(seconds: seconds))
        }
        #expect(isTaken(self.body, id: self.id, self.expected, at: self.seconds))
        #expect(isTaken(self.body, id: self.id, "v1,AAAA v2,x \(self.expected)", at: self.seconds + 300))
        #expect(!isTaken(self.body, id: self.id, self.expected, at: self.seconds + 301))
        #expect(!isTaken(self.body, id: self.id, self.expected, at: self.seconds - 301))
        #expect(!isTaken(self.body + [32], id: self.id, self.expected, at: self.seconds))
        #expect(!isTaken(self.body, id: "msg_other", self.expected, at: self.seconds))
        #expect(!isTaken(self.body, id: self.id, timestamp: "1614265331", self.expected, at: self.seconds))
        #expect(!isTaken(self.body, id: self.id, timestamp: "soon", self.expected, at: self.seconds))
        for other in ["", "v1,", "v1,%%%", "v2,\(self.expected.dropFirst(3))", String(self.expected.dropFirst(3))] {
            #expect(!isTaken(self.body, id: self.id, other, at: self.seconds), "\(other)")
        }
    }
}
