import Hummingbird
import Synchronization
import Testing

@testable import RedressalWeb

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

    @Test(.timeLimit(.minutes(1))) func aPartThatDoesNotAnswerIsAskedOnceAndNotWaitedFor() async throws {
        let asked = Mutex(0)
        let (never, end) = AsyncStream.makeStream(of: String.self)
        let probe = ReadinessProbe(
            ReadinessCheck("log") {
                asked.withLock { $0 += 1 }
                return await never.first { _ in true }
            }, patience: .milliseconds(1))
        for _ in 0..<3 {
            #expect(await probe.reason() == "expected an answer in time but there is none yet")
        }
        #expect(asked.withLock { $0 } == 1)
        end.finish()
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
