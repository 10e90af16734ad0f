import Redressal
import RedressalRuntime
import Testing

@Suite struct PasswordHashTests {
    private static let cheap = PasswordHash.Cost(ln: 4)
    private static let salt = Array(UInt8(0)..<16)

    @Test func aHashIsWrittenAndReadBack() throws {
        let hash = try PasswordHash("the pump is dry", salt: Self.salt, cost: Self.cheap)
        #expect(hash.text.hasPrefix("$scrypt$ln=4,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$"))
        #expect(PasswordHash(text: hash.text) == hash)
        #expect(try hash.matches("the pump is dry"))
        #expect(try !hash.matches("the pump is wet"))
        #expect(try !hash.matches(""))
    }

    /// RFC 7914 §12, the first 32 bytes of the third vector.
    @Test func itIsScrypt() throws {
        let text = "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI"
        #expect(try #require(PasswordHash(text: text)).matches("pleaseletmein"))
    }

    @Test func whatKeyboardsComposeDifferentlyIsTheSame() throws {
        #expect(try PasswordHash("cafe\u{301}", salt: Self.salt, cost: Self.cheap).matches("caf\u{E9}"))
    }

    @Test(arguments: [
        "", "secret", "$scrypt$ln=4,r=8,p=1$AAAA$AAAA", "$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA",
        "$scrypt$ln=40,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$r=8,ln=4,p=1$AAECAwQFBgcICQoLDA0ODw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ])
    func anythingElseIsNoHash(_ text: String) { #expect(PasswordHash(text: text) == nil) }
}
