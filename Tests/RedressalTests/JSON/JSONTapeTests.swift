import Testing

@testable import Redressal

/// Which texts are cut by our own hand, and which are left to Foundation.
@Suite struct JSONTapeTests {
    @Test(arguments: [
        "", "{", "}", "{}x", "{,}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{"a" 1}"#, "[1,]", "[,1]", "[1 2]",
        #"{a:1}"#,
        "{'a':1}", "[01]", "[-]", "[1.]", "[.5]", "[+1]", "[0x1]", "[NaN]", "[tru]", "[nulL]", #"["\x"]"#,
        #"["\u12G4"]"#,
        #"["\ud800"]"#, #"["\udc00"]"#, #"["\ud800A"]"#, "[\"\u{0}\"]", "[\"\n\"]", "[\"a]", #"{"a":1,"a":2}"#,
        #"{"b":1,"a":2,"b":3}"#, "\u{FEFF}{}",
    ])
    func whatIsNotPlainIsNotCut(_ text: String) { #expect(JSONTape(Array(text.utf8)) == nil) }

    /// Right, but read by Foundation in a way of its own.
    @Test(arguments: ["1", #""a""#, "[1e2]", "[1.0]", "[-0]", "[1234567890123456]", #"{"\u0061":1}"#])
    func whatIsReadInMoreThanOneWayIsLeftToFoundation(_ text: String) { #expect(JSONTape(Array(text.utf8)) == nil) }

    @Test func textsThatAreNotUnicodeAreNotCut() {
        #expect(JSONTape([UInt8(ascii: "["), UInt8(ascii: "\""), 0xC3, UInt8(ascii: "\""), UInt8(ascii: "]")]) == nil)
    }

    @Test func whatIsNestedTooDeepIsNotCut() {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        #expect(JSONTape(nested(JSONScanner.deepest)) != nil)
        #expect(JSONTape(nested(JSONScanner.deepest + 1)) == nil)
        #expect(JSONTape(nested(100_000)) == nil)
    }

    @Test func blanksBetweenValuesMeanNothing() throws {
        let tape = try #require(JSONTape(Array(" {\n\t\"b\" : [ 1 , -20.25,true ] ,\r\"a\":{} } ".utf8)))
        let value = JSONValue(tape: tape, node: 0)
        let elements = try value.member("b").elements
        #expect(try elements[0].integer == 1)
        #expect(try elements[1].decimal == -20.25)
        #expect(try elements[2].flag)
        #expect(try value.member("a").members.isEmpty)
        #expect(throws: JSONMismatch.self) { try value.member("c") }
    }

    @Test func escapesAreRead() throws {
        let tape = try #require(JSONTape(Array(#"["\"\\\/\b\f\n\r\té\u0000😀"]"#.utf8)))
        let elements = try JSONValue(tape: tape, node: 0).elements
        #expect(try elements[0].text == "\"\\/\u{8}\u{C}\n\r\té\u{0}😀")
    }

    @Test func manyKeysAreToldApart() {
        let ascending = (0..<500).map { "\"k\(1000 + $0)\":1" }
        #expect(JSONTape(Array("{\(ascending.joined(separator: ","))}".utf8)) != nil)
        let shuffled = ascending.reversed() + ["\"k1000\":2"]
        #expect(JSONTape(Array("{\(shuffled.joined(separator: ","))}".utf8)) == nil)
    }
}
