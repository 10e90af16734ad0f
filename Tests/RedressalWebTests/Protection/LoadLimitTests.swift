import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Redressal
import Testing

@testable import RedressalWeb

/// More requests at a time than can be answered in time.
@Suite struct LoadLimitTests {
    @Test(.timeLimit(.minutes(1))) func tooManyAtATimeAreSentAwayAtOnceAndCounted() async throws {
        var website = Website()
        website.protection.mostInFlight = 1
        let counted = CountedRequests()
        var observation = Observation()
        observation.factory = counted
        let hold = Hold()
        website.gateway.wait(hold)
        let opening = #"{"workflow": "complaint", "office": "kss", "actor": {"user": "sok", "role": "intake"}}"#
        let application = Application(router: website.server(observation).makeRouter(), logger: website.log.logger)
        try await application.test(.router) { client in
            async let first = client.execute(
                uri: "/cases", method: .post, headers: [.contentType: "application/json"],
                body: ByteBuffer(string: opening))
            await hold.arrival()
            let refused = try await client.execute(uri: "/cases", method: .get)
            #expect(refused.status == .serviceUnavailable)
            #expect(refused.headers[.retryAfter] == "1")
            #expect(String(buffer: refused.body).contains("/problems/overloaded"))
            #expect(try await client.execute(uri: "/health/live", method: .get).status == .ok)
            hold.release()
            #expect(try await first.status == .created)
            #expect(try await client.execute(uri: "/cases", method: .get).status == .ok)
        }
        #expect(counted.all.filter { $0.contains("refused") } == ["redressal_http_refused_total{reason=overloaded} +1"])
    }
}
