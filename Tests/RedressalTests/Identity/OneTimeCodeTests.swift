import Redressal
import Testing

@Suite struct OneTimeCodeTests {
    private static let secret = Array("12345678901234567890".utf8)

    /// RFC 4226 appendix D.
    @Test func theVectorsOfHOTP() {
        let codes = (0..<10).map { OneTimeCode.code(Self.secret, step: $0) }
        #expect(
            codes == [
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
            ])
    }

    /// RFC 6238 appendix B, SHA-1, the last six of eight digits.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
        (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func theVectorsOfTOTP(_ seconds: Int64, _ code: String) {
        let now = Instant(seconds: seconds)
        #expect(OneTimeCode.step(of: code, Self.secret, at: now, after: nil) == seconds / 30)
    }

    @Test func aClockMayBeHalfAMinuteOffEitherWay() {
        let now = Instant(seconds: 1_111_111_109)
        for (step, isTaken) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let code = OneTimeCode.code(Self.secret, step: 1_111_111_109 / 30 + Int64(step))
            #expect((OneTimeCode.step(of: code, Self.secret, at: now, after: nil) != nil) == isTaken)
        }
    }

    @Test func aCodeWorksOnce() throws {
        let now = Instant(seconds: 1_111_111_109)
        let step = try #require(OneTimeCode.step(of: "081804", Self.secret, at: now, after: nil))
        #expect(OneTimeCode.step(of: "081804", Self.secret, at: now, after: step) == nil)
        #expect(OneTimeCode.step(of: "081804", Self.secret, at: now, after: step - 1) == step)
    }

    @Test(arguments: ["", "08180", "0818040", "081805", "٠٨١٨٠٤"])
    func anotherTextIsNoCode(_ code: String) {
        #expect(OneTimeCode.step(of: code, Self.secret, at: Instant(seconds: 1_111_111_109), after: nil) == nil)
    }

    @Test func theAddressIsWhatAppsRead() {
        #expect(
            OneTimeCode.address(of: "u-205", Self.secret)
                == "otpauth://totp/Redressal:u-205?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Redressal")
    }
}
