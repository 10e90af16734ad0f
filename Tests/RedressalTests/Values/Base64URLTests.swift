import Redressal
import Testing

@Suite struct Base64URLTests {
    @Test func bytesComeBackAndStandInAnAddress() {
        for count in 0..<70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 89 + 250) }
            let text = Base64URL.encode(bytes)
            #expect(Base64URL.decode(text) == bytes)
            #expect(text.utf8.allSatisfy { $0 == 45 || $0 == 95 || (48...57).contains($0) || (65...122).contains($0) })
        }
    }

    /// `QQ` and `QR` would stand for the same byte; only one of them is ours.
    @Test(arguments: ["A", "QR", "QQ==", "Q Q", "+/", "ü", "QQ\n"]) func anotherTextStandsForNothing(_ text: String) {
        #expect(Base64URL.decode(text) == nil)
    }
}
