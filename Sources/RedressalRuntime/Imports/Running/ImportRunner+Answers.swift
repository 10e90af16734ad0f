import Redressal

extension ImportRunner {
    /// Hands steps in until there is one answer each.
    ///
    /// While the gateway is busy it waits. When the gateway finds one of them invalid, the others are sent without it,
    /// by halves: handing a command in twice is harmless.
    ///
    /// - Throws: ``GatewayError`` for everything else, and when the task is cancelled while waiting.
    func answers(to steps: ArraySlice<SentStep>) async throws(GatewayError) -> [ImportAnswer] {
        while true {
            do throws(GatewayError) {
                let outcomes = try await self.gateway.submit(steps.map(\.step.draft))
                guard outcomes.count == steps.count else {
                    throw GatewayError(
                        .unavailable, "expected \(steps.count) outcomes of the gateway but got \(outcomes.count)")
                }
                return outcomes.map(ImportAnswer.outcome)
            } catch {
                switch error.code {
                case .busy where !Task.isCancelled: await self.pause(error.retryAfter ?? 1)
                case .invalid where steps.count == 1: return [.invalid(error.message)]
                case .invalid:
                    let middle = steps.startIndex + steps.count / 2
                    let first = try await self.answers(to: steps[..<middle])
                    return first + (try await self.answers(to: steps[middle...]))
                default: throw error
                }
            }
        }
    }
}
