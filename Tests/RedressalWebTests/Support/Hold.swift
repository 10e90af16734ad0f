/// Keeps somebody waiting until a test lets them go, and tells the test that they have come.
struct Hold: Sendable {
    private let arrivals = AsyncStream.makeStream(of: Void.self)
    private let leave = AsyncStream.makeStream(of: Void.self)

    /// What the one who is kept waiting calls.
    func pass() async {
        self.arrivals.continuation.yield()
        for await _ in self.leave.stream { return }
    }

    /// Waits until somebody has come.
    func arrival() async {
        for await _ in self.arrivals.stream { return }
    }

    func release() { self.leave.continuation.yield() }
}
