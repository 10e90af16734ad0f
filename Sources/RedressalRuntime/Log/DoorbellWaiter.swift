/// Somebody who waits at a ``Doorbell``.
struct DoorbellWaiter {
    let places: [String]
    let continuation: CheckedContinuation<Void, Never>
    /// Ends the wait when its time is over.
    var alarm: Task<Void, Never>?
}
