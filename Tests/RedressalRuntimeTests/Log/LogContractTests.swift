import RedressalTesting
import Testing

@Suite struct LogContractTests {
    @Test(.timeLimit(.minutes(3)), arguments: LogKind.allCases, LogContract.allCases)
    func everyLogKeepsThePromise(_ kind: LogKind, _ promise: LogContract) async throws {
        try await kind.withSubject { try await promise.check($0) }
    }
}
