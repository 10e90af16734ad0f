import Synchronization

/// Wakes those who wait for news of some places, without a polling interval.
///
/// To miss nothing: take the ``mark(of:)``, look, and if there is nothing wait for what came after the mark.
final class Doorbell: Sendable {
    private let state = Mutex(DoorbellState())

    /// How much was heard so far of these places; it only grows.
    func mark(of places: [String]) -> UInt64 {
        self.state.withLock { $0.mark(of: places) }
    }

    /// Says that there is news of a place.
    func ring(_ place: String) {
        self.resume(self.state.withLock { $0.rung(place) })
    }

    /// Says that there may be news of every place, as after a time when nobody listened.
    func ringAll() {
        self.resume(self.state.withLock { $0.rungAll() })
    }

    /// Wakes everybody; nobody waits any more from then on.
    func close() {
        self.resume(self.state.withLock { $0.closed() })
    }

    /// Waits until there is news after the mark, the time is over, the task is cancelled or the bell was closed.
    func wait(at places: [String], after mark: UInt64, atMost limit: Duration) async {
        guard limit > .zero else { return }
        let id = self.state.withLock { $0.nextID() }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                self.register(id, DoorbellWaiter(places: places, continuation: continuation), mark, limit)
            }
        } onCancel: {
            self.end(id)
        }
    }

    private func register(_ id: UInt64, _ waiter: DoorbellWaiter, _ mark: UInt64, _ limit: Duration) {
        guard self.state.withLock({ $0.register(id, waiter, after: mark) }) else {
            return waiter.continuation.resume()
        }
        let alarm = Task { [weak self] in
            try? await Task.sleep(for: limit)
            self?.end(id)
        }
        // The wait may be over by now; then nobody else stops the alarm.
        if !self.state.withLock({ $0.setAlarm(alarm, of: id) }) { alarm.cancel() }
        // A cancellation from before the registration found nobody to wake.
        if Task.isCancelled { self.end(id) }
    }

    private func end(_ id: UInt64) {
        self.resume(self.state.withLock { $0.ended(id) })
    }

    /// Never called with the lock held.
    private func resume(_ waiters: [DoorbellWaiter]) {
        for waiter in waiters {
            waiter.alarm?.cancel()
            waiter.continuation.resume()
        }
    }
}
