import Testing

@testable import RedressalWeb

/// Forms as browsers send them, and as nobody should.
@Suite struct MultipartFormTests {
    private static func file(_ body: String, boundary: String = "b") throws(Problem) -> String {
        let type = HeaderParameters("multipart/form-data; boundary=\(boundary)")
        return String(decoding: try MultipartForm(Array(body.utf8), type).onlyFile, as: UTF8.self)
    }

    private static func part(_ disposition: String, _ content: String) -> String {
        "--b\r\nContent-Disposition: \(disposition)\r\n\r\n\(content)\r\n"
    }

    @Test(arguments: ["", "x", "\r\n", "--b", "a\r\n--a\r\n", "\r\n\r\n"])
    func aFilesContentIsGivenByteByByte(_ content: String) throws {
        let form = Self.part("form-data; name=\"f\"; filename=\"\"", content) + "--b--"
        #expect(try Self.file(form) == content)
        #expect(try Self.file("before\r\n" + form + "\r\nafter") == content)
        #expect(try Self.file(Self.part("form-data; name=\"a; filename=b\"", "text") + form) == content)
    }

    @Test func whatBreaksOffOrHasNoFileIsRefused() throws {
        let file = Self.part("form-data; name=f; filename=x", "content")
        let whole = file + "--b--"
        for length in 0..<whole.utf8.count {
            #expect(throws: Problem.self) {
                try Self.file(String(decoding: Array(whole.utf8).prefix(length), as: UTF8.self))
            }
        }
        for form in [
            "--b--", Self.part("form-data; name=f", "text") + "--b--", file + file + "--b--",
            whole.replacing("--b", with: "--c"),
            Self.part("attachment; filename=x", "content") + "--b--",
            String(repeating: Self.part("form-data", ""), count: 100) + whole,
            "--b\r\n" + String(repeating: "x", count: 5000) + "\r\n\r\n\r\n--b--",
        ] {
            #expect(throws: Problem.self) { try Self.file(form) }
        }
        #expect(throws: Problem.self) { try Self.file(whole, boundary: "") }
        #expect(throws: Problem.self) { try Self.file(whole, boundary: String(repeating: "b", count: 71)) }
    }

    @Test func headersAreReadWithTheirQuotes() {
        let header = HeaderParameters(#"Form-Data ; name="a;\"b\"" ; FileName = x; name=second; empty="#)
        #expect(header.value == "form-data")
        #expect(header["name"] == #"a;"b""#)
        #expect(header["filename"] == nil)
        #expect(HeaderParameters(#"x; FileName="y z""#)["filename"] == "y z")
    }
}
