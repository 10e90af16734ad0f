import Redressal
import Testing

@testable import RedressalRuntime

@Suite struct HeaderArrayTests {
    @Test func writesEveryElementQuoted() {
        let headers = [RecordHeader("a", ""), RecordHeader("NULL", #"q"\,{}"#)]
        #expect(HeaderArray.text(of: headers) == #"{"a","","NULL","q\"\\,{}"}"#)
        #expect(HeaderArray.text(of: []) == "{}")
    }

    @Test func readsPairs() {
        #expect(HeaderArray.headers(of: []) == [])
        #expect(HeaderArray.headers(of: ["a", "b,c", "d", ""]) == [RecordHeader("a", "b,c"), RecordHeader("d", "")])
        #expect(HeaderArray.headers(of: ["a", nil]) == [RecordHeader("a", "")])
    }

    @Test(arguments: [["a"], ["a", "b", "c"]])
    func refusesWhatIsNoPairs(_ elements: [String]) {
        #expect(HeaderArray.headers(of: elements) == nil)
    }
}
