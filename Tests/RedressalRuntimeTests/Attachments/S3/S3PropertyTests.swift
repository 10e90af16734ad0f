import Foundation
import Redressal
import Testing

@testable import RedressalRuntime

/// What holds whatever a store answers and whatever address is given; always the same made-up ones.
@Suite struct S3PropertyTests {
    @Test func noAnswerPutsWordsOfItsOwnIntoMessages() {
        let pieces = [
            "<Code>", "</Code>", "NoSuchKey", "Slow", "\r\n", "\u{1B}[31m", "é", "\u{301}", "<", "0", "NoSuch",
        ]
        var generator = SeededGenerator(seed: 3)
        var codes = Set<String>()
        for _ in 0..<5000 {
            let body = Self.text(of: pieces, &generator)
            let answer = S3Answer(status: 404, body: Array(body.utf8))
            #expect(answer.summary.wholeMatch(of: /404( [A-Za-z]{0,64})?/) != nil, "\(answer.summary.quoted)")
            #expect(answer.isMissing == (answer.code == "NoSuchKey"))
            if answer.isMissing { #expect(body.contains("<Code>NoSuchKey</Code>"), "\(body.quoted)") }
            codes.insert(answer.code ?? "none")
        }
        #expect(codes.isSuperset(of: ["NoSuchKey", "Slow", "none"]))
    }

    /// What is signed is what is sent: a client or a store that put a path right would refuse or, worse, take another.
    @Test func everyPathIsSentAsItIsSigned() throws {
        let pieces = [
            "s3://", "files", "/", "/", "..", ".", "live", " ", "%2f", "ä", "?", "#", "\n", "A", "-", "_9", "@", ":",
        ]
        let id = AttachmentID(of: [1])
        var generator = SeededGenerator(seed: 4)
        var taken = 0
        for _ in 0..<5000 {
            let address = "s3://files" + Self.text(of: pieces, &generator)
            guard let bucket = try? S3Bucket(address, endpoint: "https://store.example.org") else { continue }
            taken += 1
            let path = bucket.path(of: id)
            let url = try #require(URL(string: bucket.endpoint + path), "\(address.quoted)")
            #expect(url.path(percentEncoded: true) == path)
            #expect(url.standardized.path(percentEncoded: true) == path)
            #expect(url.host == "store.example.org")
            #expect(path.hasPrefix("/\(bucket.name)/") && path.hasSuffix("/\(id)"))
            #expect(!path.contains("//"))
        }
        #expect(taken > 100)
    }

    /// Up to seven pieces, one after the other.
    private static func text(of pieces: [String], _ generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...7, using: &generator)).compactMap { _ in pieces.randomElement(using: &generator) }
            .joined()
    }
}
