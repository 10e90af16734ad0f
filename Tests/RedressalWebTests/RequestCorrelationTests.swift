import HTTPTypes
import Redressal
import Testing

@testable import RedressalWeb

@Suite struct RequestCorrelationTests {
    private static let uuid = "4bf92f35-77b3-4da6-a3ce-929d0e0e4736"
    private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"

    private static func answered(_ headers: [String: String]) async throws -> String? {
        var fields = HTTPFields()
        for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
        return try await Website().send(.get, "/health/live", headers: fields).header("X-Request-Id")
    }

    @Test func aRequestKeepsItsSendersId() async throws {
        #expect(try await Self.answered(["X-Request-Id": Self.uuid]) == Self.uuid)
        #expect(try await Self.answered(["X-Request-Id": Self.trace]) == Self.trace)
        #expect(
            try await Self.answered(["traceparent": "00-\(Self.trace)-00f067aa0ba902b7-01"]) == Self.trace)
        #expect(
            try await Self.answered([
                "X-Request-Id": Self.uuid, "traceparent": "00-\(Self.trace)-00f067aa0ba902b7-01",
            ]) == Self.uuid)
    }

    @Test(arguments: [
        "", "03001234567", "3520212345671", "ayesha", "Ayesha Khan", "35202-1234567-1", "a b", "id\"x", "not-a-uuid",
        "4bf92f35-77b3-4da6-a3ce-929d0e0e473g", "4bf92f3577b34da6a3c",
    ])
    func anIdThatCouldBePersonalIsNotTaken(_ id: String) async throws {
        for header in ["X-Request-Id", "traceparent"] {
            let answered = try #require(try await Self.answered([header: id]))
            #expect(answered != id)
            #expect(Correlation.accepts(answered))
        }
    }

    @Test func whatIsBehindTheServerKnowsTheId() async throws {
        let website = Website()
        let id = HTTPField.Name("X-Request-Id").map { HTTPFields([HTTPField(name: $0, value: Self.uuid)]) } ?? [:]
        _ = try await website.send(
            .post, "/cases",
            #"{"workflow":"jaap_action","office":"kss","fields":{},"actor":{"user":"dara","role":"intake"}}"#,
            headers: id)
        #expect(website.gateway.correlations == [Self.uuid])
    }
}
