import HTTPTypes
import RedressalWeb
import Testing

@Suite struct SecurityHeaderTests {
    @Test(arguments: [
        (HTTPRequest.Method.get, "/cases", 200), (.get, "/nowhere", 404), (.post, "/cases", 400),
        (.options, "/cases", 405),
        (.get, "/health/live", 200),
    ])
    func everyAnswerKeepsBrowsersFromDoingMoreThanShowIt(
        _ method: HTTPRequest.Method, _ path: String, _ status: Int
    ) async throws {
        let headers: HTTPFields = [.origin: "https://elsewhere.example", .accessControlRequestMethod: "POST"]
        let reply = try await Website().send(method, path, method == .post ? "x" : nil, headers: headers)
        #expect(reply.status == status)
        let expected = [
            "Content-Security-Policy":
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
            "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
        ]
        for (name, value) in expected { #expect(reply.header(name) == value, "\(name)") }
        #expect(reply.header("Strict-Transport-Security") == nil)
        #expect(!reply.headers.contains { $0.name.rawName.lowercased().hasPrefix("access-control") })
    }

    @Test func browsersThatComeByHTTPSAreToldToStay() async throws {
        var website = Website()
        website.protection.isSecure = true
        #expect(try await website.send(.get, "/cases").header("Strict-Transport-Security") == "max-age=31536000")
    }
}
