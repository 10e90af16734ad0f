/// Where the present moment comes from; only the I/O around the core asks.
package protocol WallClock: Sendable {
    func now() -> Instant
}
