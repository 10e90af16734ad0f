import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import RedressalWeb

/// Whose address counts, when proxies stand in front.
@Suite struct TrustedProxyTests {
    private static func client(
        _ trusted: String, peer: String?, _ headers: [(String, String)]
    ) throws -> String {
        var fields = HTTPFields()
        for (name, value) in headers { fields.append(HTTPField(name: try #require(.init(name)), value: value)) }
        let head = HTTPRequest(method: .get, scheme: "http", authority: "x", path: "/", headerFields: fields)
        let proxies = try #require(trusted.isEmpty ? TrustedProxies() : TrustedProxies(trusted))
        return proxies.client(of: Request(head: head, body: RequestBody(buffer: ByteBuffer())), from: peer)
    }

    @Test(
        arguments: [
            ("", "192.0.2.1", [("X-Forwarded-For", "198.51.100.7")], "192.0.2.1"),
            ("192.0.2.1", "192.0.2.1", [("X-Forwarded-For", "198.51.100.7")], "198.51.100.7"),
            ("192.0.2.0/24", "192.0.2.9", [("X-Forwarded-For", "203.0.113.5, 198.51.100.7")], "198.51.100.7"),
            (
                "192.0.2.0/24", "192.0.2.9", [("X-Forwarded-For", "203.0.113.5, 198.51.100.7, 192.0.2.77")],
                "198.51.100.7"
            ),
            (
                "192.0.2.0/24", "192.0.2.9",
                [("X-Forwarded-For", "203.0.113.5"), ("X-Forwarded-For", "198.51.100.7:80")], "198.51.100.7"
            ),
            ("192.0.2.0/25", "192.0.2.129", [("X-Forwarded-For", "198.51.100.7")], "192.0.2.129"),
            (
                "::1", "::1", [("Forwarded", "for=203.0.113.5, For=\"[2001:db8:cafe:7::17]:4711\";proto=https")],
                "32:1:13:184:202:254:0:7"
            ),
            ("127.0.0.1", "::ffff:127.0.0.1", [("Forwarded", "for=198.51.100.7;by=\"[::1]\"")], "198.51.100.7"),
            ("127.0.0.1", "127.0.0.1", [("Forwarded", "for=_hidden")], "127.0.0.1"),
            (
                "127.0.0.1", "127.0.0.1", [("Forwarded", "for=203.0.113.5"), ("X-Forwarded-For", "198.51.100.7")],
                "127.0.0.1"
            ),
            (
                "127.0.0.1", "127.0.0.1", [("Forwarded", "for=198.51.100.7"), ("X-Forwarded-For", "198.51.100.7")],
                "198.51.100.7"
            ),
            ("127.0.0.1", "127.0.0.1", [("X-Forwarded-For", "198.51.100.7, nonsense")], "127.0.0.1"),
            ("0.0.0.0/0", "192.0.2.9", [], "192.0.2.9"),
        ] as [(String, String, [(String, String)], String)])
    func theLastHopThatIsNoProxyOfOursCounts(
        _ trusted: String, _ peer: String, _ headers: [(String, String)], _ client: String
    ) throws {
        #expect(try Self.client(trusted, peer: peer, headers) == client)
    }

    @Test func withoutAConnectionNobodyIsKnown() throws {
        #expect(try Self.client("127.0.0.1", peer: nil, [("X-Forwarded-For", "198.51.100.7")]) == "unknown")
    }

    @Test(arguments: ["x", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0.0/", "::1/129", "10.0.0.1,,", "10.0.0.256"])
    func whatIsNoRangeIsRefused(_ text: String) { #expect(TrustedProxies(text) == nil) }
}
