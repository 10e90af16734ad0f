import Foundation

@testable import Redressal
@testable import RedressalRuntime

extension FuzzTarget {
    /// Files to import; the first byte of the input says which kind of file the rest is.
    static let file = FuzzTarget("import") { bytes in
        guard let kind = bytes.first.flatMap({ Kind(rawValue: Character(UnicodeScalar($0))) }) else { return }
        let content = Array(bytes.dropFirst())
        let file = FileManager.default.temporaryDirectory
            .appending(path: "redressal-fuzz-\(getpid())-\(pthread_self()).\(kind.ending)")
        try Data(content).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        do {
            var reader = try kind.source(file).makeReader()
            while let imported = try reader.next() { try Self.check(imported, of: content) }
        } catch let error as ImportError {
            try require(error.message.utf8.count < 4096, "expected a message that fits a screen")
        }
    }

    private static func check(_ imported: ImportedCase, of content: [UInt8]) throws {
        let lines = content.count { $0 == UInt8(ascii: "\n") } + 1
        let places = imported.steps.map(\.line) + imported.rejected.map(\.line)
        try require(places.allSatisfy { (1...lines).contains($0) }, "expected places in the file but found \(places)")
        try require(
            imported.rejected.allSatisfy { !$0.reason.isEmpty && $0.reason.utf8.count < 4096 },
            "expected reasons that fit a line: \(imported.rejected)")
        let mayReplace = Self.holdsReplacement(content)
        for step in imported.steps {
            let command = step.draft.command
            try RoundTrip.json(command)
            let written = try CanonicalJSON.encode(command)
            try require(!CanonicalJSON.holdsNUL(written), "expected no NUL character in a command")
            try require(
                mayReplace || !Self.holdsReplacement(written),
                "expected texts as the file has them but found a character that stands for bytes that are none")
            for case .integer(let count) in command.request.fields.values {
                try require(count >= 0, "expected counts from zero but found \(count)")
            }
        }
    }

    /// Whether a text has the character that decoders put where bytes are none, as it is or as an escape.
    private static func holdsReplacement(_ bytes: [UInt8]) -> Bool {
        bytes.contains([0xEF, 0xBF, 0xBD]) || String(decoding: bytes, as: UTF8.self).lowercased().contains("\\ufffd")
    }

    /// The kinds of file there are.
    private enum Kind: Character, CaseIterable {
        case incidents = "i"
        case commas = "c"
        case tabs = "t"
        case jsonLines = "j"

        var ending: String {
            switch self {
            case .incidents, .commas: "csv"
            case .tabs: "tsv"
            case .jsonLines: "jsonl"
            }
        }

        func source(_ file: URL) throws(ImportError) -> any ImportSource {
            if self == .incidents { return IncidentImport(file) }
            return try RequestImport(file)
        }
    }
}
