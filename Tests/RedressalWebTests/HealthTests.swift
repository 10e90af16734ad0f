import Hummingbird
import RedressalWeb
import Testing

@Suite struct HealthTests {
    @Test func aServerThatAnswersLives() async throws {
        let reply = try await Website().send(.get, "/health/live")
        #expect(reply.status == 200)
        #expect(reply.body == #"{"live":true}"#)
    }

    @Test func aServerIsReadyWhenAllItsPartsAre() async throws {
        let checks = [ReadinessCheck("log") { nil }, ReadinessCheck("database") { nil }]
        let reply = try await Website().send(.get, "/health/ready", readiness: checks)
        #expect(reply.status == 200)
        #expect(
            reply.body
                == #"{"parts":[{"name":"database","ready":true},{"name":"log","ready":true}],"ready":true}"#)
    }

    @Test func aServerTellsWhichPartIsNotReady() async throws {
        let checks = [ReadinessCheck("log") { nil }, ReadinessCheck("database") { "connection refused" }]
        let reply = try await Website().send(.get, "/health/ready", readiness: checks)
        #expect(reply.status == 503)
        #expect(
            reply.body
                == #"{"parts":[{"name":"database","ready":false,"reason":"connection refused"},"#
                + #"{"name":"log","ready":true}],"ready":false}"#)
    }
}
