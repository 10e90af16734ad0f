import HTTPTypes
import Hummingbird
import Redressal
import Testing

@testable import RedressalWeb

/// What browsers send: forms, and the language they like.
@Suite struct PageRequestsTests {
    @Test func formsAreReadAsBrowsersWriteThem() throws {
        let body = try FormBody("a=1+2%2B3&b=%C3%A9&list=x&list=&list=y&line=one%0D%0Atwo&blank=++&=odd")
        #expect(body.text("a") == "1 2+3")
        #expect(body.text("b") == "é")
        #expect(body.texts("list") == ["x", "y"])
        #expect(body.text("line") == "one\ntwo")
        #expect(body.text("blank") == nil)
        #expect(body.secret("blank") == "  ")
        #expect(throws: Problem.self) { try FormBody("a=%FF") }
        #expect(throws: Problem.self) { try FormBody("a=%00") }
    }

    @Test(arguments: [
        ("/", "", "", "en"), ("/?lang=ur", "", "km", "ur"), ("/?lang=xx", "", "km;q=0.9, ps", "ps"),
        ("/", "km", "ur", "km"), ("/", "xx", "de, ur-PK;q=0.8, en;q=0.7", "ur"), ("/", "", "ur;q=0, ps;q=abc", "ps"),
        ("/", "", String(repeating: "x,", count: 5000), "en"),
    ])
    func theLanguageIsTheOneAskedForOrRememberedOrLiked(
        _ path: String, _ kept: String, _ liked: String, _ language: String
    ) throws {
        var headers = HTTPFields()
        if !kept.isEmpty { headers[.cookie] = "\(LanguageChoice.cookieName)=\(kept)" }
        if !liked.isEmpty { headers[.acceptLanguage] = liked }
        let request = Request(
            head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: path, headerFields: headers),
            body: RequestBody(buffer: .init()))
        #expect(LanguageChoice(request, try PageLibraryTests.shipped().messages).language == language)
    }
}
