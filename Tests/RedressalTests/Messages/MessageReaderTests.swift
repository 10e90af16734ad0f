import Redressal
import Testing

/// What is wrong with a translator's file is said with its place.
@Suite struct MessageReaderTests {
    @Test func groupsAndFormsAreRead() throws {
        let (catalogue, findings) = MessageReader.read(
            """
            language: ur
            name: اردو
            direction: rtl
            draft: true
            messages:
              track:
                title: شکایت
                hours: {one: "{n} گھنٹہ", other: "{n} گھنٹے"}
            """, file: "ur.yaml")
        #expect(findings.isEmpty)
        let read = try #require(catalogue)
        #expect(read.isRightToLeft && read.isDraft)
        #expect(read.text("track.title") == "شکایت")
        #expect(read.text("track.hours", count: 1) == "1 گھنٹہ")
        #expect(read.text("track.hours", count: 3) == "3 گھنٹے")
    }

    @Test(arguments: [
        ("language: km\nname: x\nmessages:\n  a: {one: b, other: c}", "km.yaml:4:6: error: expected the forms other"),
        ("language: en\nmessages: {a: b}", "expected the key 'name'"),
        ("language: en\nname: x\ndirection: up\nmessages: {a: b}", "km.yaml:3:12: error: expected ltr, rtl"),
        ("language: en\nname: x\nmessages: {a: [b]}", "km.yaml:3:15: error: expected a mapping for a"),
        ("language: en\nname: x\nmesages: {a: b}", "did you mean 'messages'?"),
    ])
    func faultsAreNamedWithTheirPlace(_ text: String, _ message: String) {
        let (catalogue, findings) = MessageReader.read(text, file: "km.yaml")
        #expect(catalogue == nil)
        #expect(findings.contains { "\($0)".contains(message) }, "\(findings)")
    }
}
