import Redressal
import Testing

@Suite struct Base32Tests {
    /// RFC 4648 §10, without padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func theVectorsOfTheStandard(_ plain: String, _ text: String) {
        #expect(Base32.encode(Array(plain.utf8)) == text)
        #expect(Base32.decode(text) == Array(plain.utf8))
    }

    @Test func everyByteReadsBack() {
        for length in 0..<64 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ length) }
            #expect(Base32.decode(Base32.encode(bytes)) == bytes)
        }
    }

    /// Another letter case, another alphabet, a length no bytes have, bits to spare that are not zero.
    @Test(arguments: ["my", "M1", "M", "MZX", "MZ", "MY=", "MY "])
    func whatNobodyWroteIsRefused(_ text: String) { #expect(Base32.decode(text) == nil) }
}
