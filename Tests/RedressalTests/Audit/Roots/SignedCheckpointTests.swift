import Foundation
import Redressal
import Testing

/// Roots as texts with signatures.
@Suite struct SignedCheckpointTests {
    private static let place = LogPlace(topic: .events, partition: 3)

    private static func signer(_ byte: UInt8 = 7) throws -> CheckpointSigner {
        try CheckpointSigner(seed: Array(repeating: byte, count: 32))
    }

    private static func signed() throws -> SignedCheckpoint {
        var tree = MerkleTree()
        for byte in UInt8(0)..<5 { tree.append(EventHash(of: [byte])) }
        return try self.signer().sign(tree, of: self.place, at: Instant(seconds: 1_772_366_400))
    }

    @Test func aNoteSaysWhichLogHowLongAndWhatItComesTo() throws {
        let note = try Self.signed().note
        let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 7)
        #expect(lines[0] == "\(try Self.signer().verifier.name)/events/3")
        #expect(lines[1] == "5")
        #expect(Data(base64Encoded: String(lines[2]))?.count == 32)
        #expect(lines[3] == "made 2026-03-01T12:00:00.000Z")
        #expect(lines[4].isEmpty && lines[5].hasPrefix("— redressal-") && lines[6].isEmpty)
    }

    @Test func itIsReadAgainAndItsSignatureHolds() throws {
        let signed = try Self.signed()
        let again = try #require(SignedCheckpoint(note: signed.note))
        #expect(again == signed)
        #expect(again.isSigned(by: try Self.signer().verifier))
        #expect(!again.isSigned(by: try Self.signer(8).verifier))
    }

    @Test(arguments: ["5", "made 2026", "events/3"]) func whatWasChangedIsNotSigned(part: String) throws {
        let note = try Self.signed().note
        let other = note.replacing(part, with: part == "5" ? "4" : part == "made 2026" ? "made 2025" : "events/2")
        #expect(other != note)
        let key = try Self.signer().verifier
        #expect(SignedCheckpoint(note: other)?.isSigned(by: key) != true)
    }

    @Test func otherTextsAreNoRoots() throws {
        let note = try Self.signed().note
        let others = [
            "", "\n\n", note + "more", String(note.dropLast()), note.replacing("\n\n", with: "\n"),
            note.replacing("\n5\n", with: "\n05\n"), note.replacing("\n5\n", with: "\n-5\n"),
            note.replacing("— ", with: "- "), String(note.prefix { $0 != "—" }),
        ]
        for other in others { #expect(SignedCheckpoint(note: other) == nil, "\(other)") }
    }

    @Test func keysAreReadAsTheyAreWritten() throws {
        let key = try Self.signer().verifier
        #expect(CheckpointVerifier("\(key)") == key)
        for text in ["", "name", "a+b+c", "\(key)x", "x\(key)", "\(key)".replacing("+", with: " ")] {
            #expect(CheckpointVerifier(text) == nil, "\(text)")
        }
    }

    /// The key and signature that the documentation of another implementation shows (Go, `sumdb/note`).
    @Test func aSignatureOfAnotherImplementationHolds() throws {
        let key = try #require(
            CheckpointVerifier("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
        let text = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            """
        let line =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
        #expect(key.accepts(line: line[...], of: text))
        #expect(!key.accepts(line: line[...], of: text + "\n"))
    }
}
