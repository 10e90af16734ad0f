import Testing

@testable import Postgres

@Suite struct CopyTextTests {
    @Test func aRowIsEscaped() throws {
        var buffer: [UInt8] = []
        try CopyText.append(
            [.text("a\tb\nc\rd\\e"), .null, .text(""), .text("\\N"), .bytes([1])],
            columns: ["a", "b", "c", "d", "e"], to: &buffer)
        #expect(String(decoding: buffer, as: UTF8.self) == "a\\tb\\nc\\rd\\\\e\t\\N\t\t\\\\N\t\\\\x01\n")
    }

    @Test func aRowSurvivesItsText() throws {
        let texts = ["شکایت", "ពាក្យបណ្តឹង", "\\N", "\u{8}\u{B}\u{C}\r\n\t\\", ""]
        var buffer: [UInt8] = []
        try CopyText.append(
            texts.map(PostgresValue.text) + [.null], columns: Array("abcdef").map(String.init), to: &buffer)
        #expect(CopyText.fields(of: buffer.dropLast()) == texts + [nil])
    }

    @Test func theServersOwnEscapesAreRead() {
        #expect(CopyText.fields(of: Array("\\b\\f\\n\\r\\t\\v\\\\\\x".utf8)) == ["\u{8}\u{C}\n\r\t\u{B}\\x"])
    }

    @Test func aNulByteIsRefusedNamingTheColumn() {
        var buffer: [UInt8] = []
        #expect(
            throws: PostgresError(
                .nulByte, "expected a text without NUL characters but found one", column: "body")
        ) {
            try CopyText.append([.int(1), .text("\0")], columns: ["id", "body"], to: &buffer)
        }
    }

    @Test func aRowOfTheWrongLengthIsRefused() {
        var buffer: [UInt8] = []
        #expect(throws: PostgresError(.misuse, "expected 2 values in a row but found 1")) {
            try CopyText.append([.int(1)], columns: ["id", "body"], to: &buffer)
        }
    }
}
