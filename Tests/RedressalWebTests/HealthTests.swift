import Hummingbird
import HummingbirdTesting
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
        let reply = try await Website().send(.get, "/health/ready", observing: .ready(checks))
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
        let reply = try await Website().send(.get, "/health/ready", observing: .ready(checks))
        #expect(reply.status == 503)
        #expect(
            reply.body
                == #"{"parts":[{"name":"database","ready":false,"reason":"connection refused"},"#
                + #"{"name":"log","ready":true}],"ready":false}"#)
    }

    @Test func aProcessWithALoopThatHangsDoesNotLive() async throws {
        var observation = Observation()
        observation.liveness = [
            ReadinessCheck("loops") { "expected every loop to pass within 120 s but the escalator has not for 121 s" },
            ReadinessCheck("other") { nil },
        ]
        let reply = try await Website().send(.get, "/health/live", observing: observation)
        #expect(reply.status == 503)
        #expect(
            reply.body
                == #"{"live":false,"parts":[{"name":"loops","ready":false,"reason":"expected every loop to pass within "#
                + #"120 s but the escalator has not for 121 s"}]}"#)
    }

    @Test func aProcessWithoutHTTPOfItsOwnTellsTheSame() async throws {
        var observation = Observation.ready([ReadinessCheck("log") { "away" }])
        observation.metrics = ({ "up 1\n" }, "text/plain")
        let server = ObservationServer(observation, host: "127.0.0.1", port: 0, logger: LogLines().logger)
        let application = Application(router: server.makeRouter())
        let replies = try await application.test(.router) { client in
            var replies: [Reply] = []
            for path in ["/health/live", "/health/ready", "/metrics", "/cases"] {
                replies.append(try await client.execute(uri: path, method: .get) { Reply($0) })
            }
            return replies
        }
        #expect(replies.map(\.status) == [200, 503, 200, 404])
        #expect(replies[2].body == "up 1\n")
    }
}

extension Observation {
    /// Parts to ask for readiness.
    static func ready(_ checks: [ReadinessCheck]) -> Observation {
        var observation = Observation()
        observation.readiness = checks
        return observation
    }
}
