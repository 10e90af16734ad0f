import Redressal
import Testing

@testable import RedressalRuntime

@Suite struct HeaderArrayTests {
    @Test func writesEveryElementQuoted() {
        let headers = [RecordHeader("a", ""), RecordHeader("NULL", #"q"\,{}"#)]
        #expect(HeaderArray.text(of: headers) == #"{"a","","NULL","q\"\\,{}"}"#)
        #expect(HeaderArray.text(of: []) == "{}")
    }

    @Test(arguments: [
        ("{}", [RecordHeader]()), ("{a,b}", [RecordHeader("a", "b")]),
        (#"{a,"b,c",d,""}"#, [RecordHeader("a", "b,c"), RecordHeader("d", "")]),
        (#"{"\"","\\"}"#, [RecordHeader("\"", "\\")]), (#"{"a\\\"b",ដី}"#, [RecordHeader(#"a\"b"#, "ដី")]),
    ])
    func readsWhatTheServerWrites(_ text: String, _ headers: [RecordHeader]) {
        #expect(HeaderArray.headers(of: text) == headers)
    }

    @Test(arguments: ["", "{", "a,b", "{a}", "{a,b,c}", #"{a,"b}"#, #"{a,b\}"#, "{a,b}c}"])
    func refusesWhatIsNoPairsOfTexts(_ text: String) {
        #expect(HeaderArray.headers(of: text) == nil)
    }
}
