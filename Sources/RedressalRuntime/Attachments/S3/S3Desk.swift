import Redressal

/// Asks a store, and asks again what may pass, for as long as somebody waits.
struct S3Desk: Sendable {
    /// How often a request is sent at most.
    private static let tries = 5

    let bucket: S3Bucket
    let credentials: S3Credentials
    let clock: any WallClock
    let transport: any S3Transport
    /// Between two tries.
    let pace: any Clock<Duration>
    /// How long all tries may take together, waits included.
    let patience: Duration

    /// - Parameter longest: The longest body taken, in bytes.
    /// - Returns: The last answer, which may be an error.
    /// - Throws: ``S3Failure`` when the last try got none.
    func ask(_ request: S3Request, longest: Int) async throws(S3Failure) -> S3Answer {
        let end = ContinuousClock.now.advanced(by: self.patience)
        var backoff = Backoff(self.pace)
        var tried = 0
        while true {
            let outcome = await self.send(request, longest, end)
            tried += 1
            let isOver = tried == Self.tries || Task.isCancelled || ContinuousClock.now >= end
            guard Self.mayPass(outcome), !isOver else { return try outcome.get() }
            await backoff.wait()
        }
    }

    /// Sends it once, signed anew; a try that hangs leaves time for another.
    private func send(
        _ request: S3Request, _ longest: Int, _ end: ContinuousClock.Instant
    ) async -> Result<S3Answer, S3Failure> {
        let signed = request.signed(for: self.bucket, by: self.credentials, at: self.clock.now())
        let rest = max(.zero, ContinuousClock.now.duration(to: end))
        do throws(S3Failure) {
            return .success(
                try await self.transport.send(signed, longest: longest, within: min(rest, self.patience / 2)))
        } catch {
            return .failure(error)
        }
    }

    private static func mayPass(_ outcome: Result<S3Answer, S3Failure>) -> Bool {
        switch outcome {
        case .success(let answer): answer.mayPass
        case .failure(let failure): failure.mayPass
        }
    }
}
