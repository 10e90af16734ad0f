import Crypto
import Redressal
import RedressalRuntime
import Testing

/// What opens without a database: boxes under keys at hand.
@Suite struct SealedBoxTests {
    private let keys = PersonKeys(["person-1": SymmetricKey(data: Array(0..<32 as Range<UInt8>))])

    @Test func aBoxOpensToWhatWasSealed() throws {
        let sealed = try self.keys.seal(.string("Aisha"), subject: "person-1", context: "case-1/name")
        #expect(try self.keys.open(sealed, context: "case-1/name") == .string("Aisha"))
    }

    @Test func noPersonNoKey() throws {
        let error = #expect(throws: VaultError.self) {
            try self.keys.open(SealedValue(subject: "person-2", box: ""), context: "case-1/name")
        }
        #expect(error?.description == "expected a key for the person but there is none")
    }

    /// The last character before `=` has two bits that mean nothing: base64 with others decodes to the same bytes.
    @Test func aBoxWrittenInAnotherWayDoesNotOpen() throws {
        // "Dara" in JSON makes 34 bytes: two characters short of a whole group.
        let sealed = try self.keys.seal(.string("Dara"), subject: "person-1", context: "case-1/name")
        try #require(sealed.box.hasSuffix("=="))
        let body = sealed.box.dropLast(3)
        let written = try #require(sealed.box.dropLast(2).last)
        let others = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".filter { $0 != written }
        for other in others {
            let box = SealedValue(subject: "person-1", box: "\(body)\(other)==")
            #expect(throws: VaultError.self) { try self.keys.open(box, context: "case-1/name") }
        }
    }
}
