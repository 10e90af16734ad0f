/// Waits for what other processes do.
package enum Fact {
    /// Something that did not come about in time.
    package struct NotSeen: Error, CustomStringConvertible {
        package let description: String

        package init(description: String) { self.description = description }
    }

    /// Waits until something holds, looking again and again.
    ///
    /// The only place where these tests wait by the clock: what other processes do cannot be waited for otherwise.
    /// - Parameters:
    ///   - fact: What is waited for, for the message when it does not come.
    ///   - limit: How long to wait at most; far more than it should take, for machines that are busy.
    ///   - holds: Looks.
    package static func wait(
        for fact: String, atMost limit: Duration = .seconds(120), _ holds: () async throws -> Bool
    ) async throws {
        let end = ContinuousClock.now.advanced(by: limit)
        while true {
            if try await holds() { return }
            guard ContinuousClock.now < end else {
                throw NotSeen(description: "expected \(fact) within \(limit) but it was not seen")
            }
            try await Task.sleep(for: .milliseconds(25))
        }
    }
}
