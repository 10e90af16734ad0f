/// How much one partition's projector holds in memory: its share of what a worker takes when it catches up with all
/// partitions at once.
struct ProjectorRoom: Hashable, Sendable {
    /// The most events in one transaction.
    ///
    /// A case that is in a batch is written once, however many of its events are, so that catching up goes faster in
    /// large ones.
    let events: Int
    /// The most bytes of events in one transaction.
    let bytes: Int
    /// How many cases' states are kept between batches.
    let cases: Int

    /// - Parameter partitions: How many projectors may run side by side; at least one.
    init(sharedBy partitions: Int) {
        func share(_ whole: Int, atLeast least: Int) -> Int { max(least, whole / max(partitions, 1)) }
        self.events = share(80_000, atLeast: 5000)
        self.bytes = share(64 * 1024 * 1024, atLeast: 4 * 1024 * 1024)
        self.cases = share(40_000, atLeast: 5000)
    }
}
