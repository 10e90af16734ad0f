import Hummingbird
import Redressal
import Synchronization

/// An answer in time, whatever the parts behind it do: a database that stands still must not hold a request for ever.
struct TimeLimit: Sendable {
    /// For looking.
    static let view = TimeLimit(.seconds(10), .unavailable, "expected the read models to answer but they do not")
    /// For commands: longer than the gateway waits for an engine.
    static let command = TimeLimit(
        .seconds(40), .noAnswer, "expected the database and the log to answer but one of them does not")

    private let limit: Duration
    private let error: GatewayError

    init(_ limit: Duration, _ code: GatewayError.Code, _ message: String) {
        self.limit = limit
        self.error = GatewayError(code, "\(message) within \(limit.components.seconds) s")
    }

    /// Runs a handler; when it takes longer it is cancelled, and its end no longer waited for.
    func run<Answer: Sendable>(_ handler: @escaping @Sendable () async throws -> Answer) async throws -> Answer {
        let first = First<Answer>()
        let work = Task { first.give(await Result { try await handler() }) }
        let timer = Task { [limit, error] in
            guard (try? await Task.sleep(for: limit)) != nil else { return }
            first.give(.failure(error))
            work.cancel()
        }
        defer { timer.cancel() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { first.wait($0) }
        } onCancel: {
            work.cancel()
        }
    }

    /// Passes the first of two answers on.
    private final class First<Answer: Sendable>: Sendable {
        private struct State {
            var answer: Result<Answer, any Error>?
            var waiting: CheckedContinuation<Answer, any Error>?
        }

        private let state = Mutex(State())

        func give(_ answer: Result<Answer, any Error>) {
            let waiting = self.state.withLock { state -> CheckedContinuation<Answer, any Error>? in
                guard state.answer == nil else { return nil }
                state.answer = answer
                return state.waiting
            }
            waiting?.resume(with: answer)
        }

        func wait(_ continuation: CheckedContinuation<Answer, any Error>) {
            let answer = self.state.withLock { state in
                state.waiting = continuation
                return state.answer
            }
            if let answer { continuation.resume(with: answer) }
        }
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
