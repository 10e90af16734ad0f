import HTTPTypes
import Redressal
import Testing

@testable import RedressalWeb

@Suite struct RequestMetricsTests {
    @Test func requestsAreCountedByTemplateAndNeverByPath() async throws {
        let counted = CountedRequests()
        var observation = Observation()
        observation.factory = counted
        let website = Website()
        _ = try await website.send(.get, "/cases/9f590446-08e1-8536-8c9c-d8da4a0ba81a", observing: observation)
        _ = try await website.send(.get, "/ayesha/03001234567", observing: observation)
        _ = try await website.send(.delete, "/health/live", observing: observation)
        let inFlight = "redressal_http_requests_in_flight{}"
        func steps(_ method: String, _ route: String, _ status: String) -> [String] {
            let place = "method=\(method),route=\(route)"
            return [
                "\(inFlight) +1", "redressal_http_requests_total{\(place),status=\(status)} +1",
                "redressal_http_request_seconds{\(place)} timed", "\(inFlight) -1",
            ]
        }
        #expect(
            counted.all == steps("GET", "/cases/{case}", "4xx") + steps("GET", "unmatched", "4xx")
                + steps("DELETE", "/health/live", "4xx"))
    }

    @Test func aServerNamesTheTemplatesOfItsRoutes() {
        var observation = Observation()
        observation.metrics = ({ "" }, "text/plain")
        #expect(
            Website().server(observation).routes.isSuperset(of: [
                "/cases", "/cases/{case}", "/cases/{case}/actions/{action}", "/health/live", "/health/ready",
                "/metrics",
            ]))
    }

    @Test func metricsAreAPageOfText() async throws {
        var observation = Observation()
        observation.metrics = ({ "up 1\n" }, "text/plain; version=0.0.4; charset=utf-8")
        let reply = try await Website().send(.get, "/metrics", observing: observation)
        #expect(reply.status == 200)
        #expect(reply.body == "up 1\n")
        #expect(reply.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
        #expect(try await Website().send(.get, "/metrics").status == 404)
    }
}
