import Crypto
import Redressal
import Testing

@Suite struct AccessSecretTests {
    private static let secret = AccessSecret(bytes: Array(0..<32))
    private static let key = SessionKey(SymmetricKey(data: Array(repeating: 7, count: 32)))

    @Test func aTokenReadsBackAndSaysWhoseItIs() {
        #expect(Self.secret.token == "redressal_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")
        #expect(AccessSecret(token: Self.secret.token) == Self.secret)
    }

    /// The last but one stands for the same bytes, and was not written here.
    @Test(arguments: [
        "", "redressal_", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "redressal_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh", "redressal_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9",
        "redressal_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    ])
    func anythingElseIsNoToken(_ text: String) { #expect(AccessSecret(token: text) == nil) }

    @Test func aCookieReadsBackWithTheKeyThatSignedIt() {
        let cookie = Self.secret.cookie(Self.key)
        #expect(AccessSecret(cookie: cookie, Self.key) == Self.secret)
        let other = SessionKey(SymmetricKey(data: Array(repeating: 8, count: 32)))
        #expect(AccessSecret(cookie: cookie, other) == nil)
    }

    @Test func noCharacterOfACookieCanBeChanged() {
        let cookie = Array(Self.secret.cookie(Self.key).utf8)
        for index in cookie.indices {
            var changed = cookie
            changed[index] = changed[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(AccessSecret(cookie: String(decoding: changed, as: UTF8.self), Self.key) == nil)
        }
    }

    @Test func onlyAHashIsKept() {
        #expect(Self.secret.hash == Array(SHA256.hash(data: Array(UInt8(0)..<32))))
    }
}
