import Foundation
import RedressalRuntime
import Testing

@Suite struct DelimitedReaderTests {
    private func records(_ text: String, delimiter: Character = ",") throws -> [DelimitedRecord] {
        try self.records(Array(text.utf8), delimiter: delimiter)
    }

    private func records(_ bytes: [UInt8], delimiter: Character = ",") throws -> [DelimitedRecord] {
        let file = try TemporaryFile(bytes)
        var reader = try DelimitedReader(file.url, delimiter: delimiter)
        var records = [reader.header]
        while let record = try reader.next() { records.append(record) }
        return records
    }

    @Test func readsQuotesDoubledQuotesAndDelimitersInQuotes() throws {
        let records = try self.records("a,b,c\n\"x,y\",\"say \"\"hi\"\"\",\"\"\n")
        #expect(records.map(\.fields) == [["a", "b", "c"], ["x,y", "say \"hi\"", ""]])
    }

    @Test func keepsBlanksAroundFields() throws {
        #expect(try self.records("a,b\n x , y \n").last?.fields == [" x ", " y "])
    }

    @Test func countsPhysicalLinesThroughQuotedLineBreaks() throws {
        let records = try self.records("a,b\r\n\"one\r\ntwo\nthree\",2\r\n\r\nx,y")
        #expect(records.map(\.line) == [1, 2, 6])
        #expect(records.map(\.fields) == [["a", "b"], ["one\r\ntwo\nthree", "2"], ["x", "y"]])
    }

    @Test func skipsTheByteOrderMark() throws {
        #expect(try self.records("\u{FEFF}a,b\n1,2\n").map(\.fields) == [["a", "b"], ["1", "2"]])
    }

    @Test func readsTabsWithCommasInside() throws {
        #expect(try self.records("a\tb\n1,5\t\"x\ty\"\n", delimiter: "\t").last?.fields == ["1,5", "x\ty"])
    }

    @Test func reportsTooManyAndTooFewFieldsAndGoesOn() throws {
        let records = try self.records("a,b\n1\n1,2,3\n1,2\n")
        #expect(
            records.map(\.defect?.reason) == [
                nil, "expected 2 fields but found 1", "expected 2 fields but found 3", nil,
            ])
    }

    @Test func reportsInvalidUTF8WithLineAndColumn() throws {
        let records = try self.records(Array("a,b\nkë,x".utf8) + [0xFF] + Array("\n1,2\n".utf8))
        #expect(records[1].defect?.reason == "expected UTF-8 text but found byte 0xFF at line 2, column 5")
        #expect(records[2].defect == nil)
    }

    @Test func reportsACharacterThatTheFileEndsIn() throws {
        let records = try self.records(Array("a,b\n1,x".utf8) + [0xC3])
        #expect(records[1].defect?.reason == "expected UTF-8 text but found a cut-off character at line 2, column 4")
    }

    @Test(
        arguments: [
            [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3, 0x41],
            [0xE2, 0x82, 0x0A],
        ] as [[UInt8]])
    func reportsOverlongSurrogateAndCutOffCharacters(_ bytes: [UInt8]) throws {
        let records = try self.records(Array("a\n".utf8) + bytes + [0x0A])
        #expect(records[1].defect?.reason.hasPrefix("expected UTF-8 text but found") == true)
    }

    @Test func acceptsCharactersOfTwoToFourBytes() throws {
        let text = "é€ខ្មែر𝄞"
        let records = try self.records("a\n\(text)\n")
        #expect(records[1].fields == [text])
        #expect(records[1].defect == nil)
    }

    @Test func reportsNULWithLineAndColumn() throws {
        let records = try self.records("a,b\n1,2\nab\u{0},2\n")
        #expect(records[2].defect?.reason == "expected text but found a NUL character at line 3, column 3")
    }

    @Test func reportsTextAfterAClosingQuote() throws {
        let records = try self.records("a,b\n\"x\"y,2\n1,2\n")
        #expect(
            records[1].defect?.reason
                == "expected the field to end after its closing quote but found more text at line 2, column 4")
        #expect(records[2].defect == nil)
    }

    @Test func failsAtAQuoteThatIsNeverClosed() throws {
        let error = #expect(throws: ImportError.self) { try self.records("a,b\n1,2\n\"x,2\n3,4\n") }
        #expect(error?.message.hasPrefix("expected the record on line 3 of 'import-") == true)
    }

    @Test func failsAtARecordThatOutgrowsTheLimit() throws {
        let long = String(repeating: "x", count: DelimitedReader.largestRecord + 1)
        #expect(throws: ImportError.self) { try self.records("a\n\(long)\n") }
        #expect(try self.records("a\n\(long.dropLast())\n").count == 2)
    }

    @Test func refusesEmptyMissingAndZippedFiles() throws {
        let empty = #expect(throws: ImportError.self) { try self.records("") }
        #expect(empty?.message.contains("expected a header line but") == true)
        let zip = #expect(throws: ImportError.self) { try self.records("PK\u{3}\u{4}zip") }
        #expect(zip?.message.contains("is a zip archive: unpack it first") == true)
        let missing = #expect(throws: ImportError.self) {
            try DelimitedReader(URL(filePath: "/nowhere/log.csv"), delimiter: ",")
        }
        #expect(missing?.message.hasPrefix("expected a readable file but 'log.csv' cannot be opened:") == true)
    }
}
