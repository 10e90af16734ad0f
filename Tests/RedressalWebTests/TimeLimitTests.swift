import Hummingbird
import Redressal
import Testing

@testable import RedressalWeb

@Suite struct TimeLimitTests {
    @Test func anAnswerInTimeIsPassedOn() async throws {
        let limit = TimeLimit(.seconds(60), .unavailable, "expected an answer but there is none")
        #expect(try await limit.run { Response(status: .created) }.status == .created)
        await #expect(throws: Problem.noSuchCase) { try await limit.run { throw Problem.noSuchCase } }
    }

    /// The handler ends only when it is cancelled: without the limit the test would never end.
    @Test(.timeLimit(.minutes(1))) func aHandlerThatStandsStillIsGivenUp() async throws {
        let limit = TimeLimit(.milliseconds(1), .unavailable, "expected an answer but there is none")
        let error = GatewayError(.unavailable, "expected an answer but there is none within 0 s")
        await #expect(throws: error) {
            try await limit.run {
                for await _ in AsyncStream<Void>.makeStream().stream {}
                throw CancellationError()
            }
        }
    }
}
