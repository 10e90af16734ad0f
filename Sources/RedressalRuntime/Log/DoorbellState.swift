/// Who waits at a ``Doorbell``, and how often it rang; each function returns whom to wake.
struct DoorbellState {
    private var rings: [String: UInt64] = [:]
    private var ringsForAll: UInt64 = 0
    private var waiters: [UInt64: DoorbellWaiter] = [:]
    private var lastID: UInt64 = 0
    private var isClosed = false

    mutating func nextID() -> UInt64 {
        self.lastID += 1
        return self.lastID
    }

    func mark(of places: [String]) -> UInt64 {
        places.reduce(self.ringsForAll) { $0 + self.rings[$1, default: 0] }
    }

    /// - Returns: False when there is no reason to wait.
    mutating func register(_ id: UInt64, _ waiter: DoorbellWaiter, after mark: UInt64) -> Bool {
        guard !self.isClosed, self.mark(of: waiter.places) == mark else { return false }
        self.waiters[id] = waiter
        return true
    }

    /// - Returns: False when the wait is over already.
    mutating func setAlarm(_ alarm: Task<Void, Never>, of id: UInt64) -> Bool {
        guard self.waiters[id] != nil else { return false }
        self.waiters[id]?.alarm = alarm
        return true
    }

    mutating func rung(_ place: String) -> [DoorbellWaiter] {
        self.rings[place, default: 0] += 1
        return self.take { $0.places.contains(place) }
    }

    mutating func rungAll() -> [DoorbellWaiter] {
        self.ringsForAll += 1
        return self.take { _ in true }
    }

    mutating func closed() -> [DoorbellWaiter] {
        self.isClosed = true
        return self.take { _ in true }
    }

    mutating func ended(_ id: UInt64) -> [DoorbellWaiter] {
        self.waiters.removeValue(forKey: id).map { [$0] } ?? []
    }

    private mutating func take(_ isWoken: (DoorbellWaiter) -> Bool) -> [DoorbellWaiter] {
        let woken = self.waiters.filter { isWoken($0.value) }
        for id in woken.keys { self.waiters[id] = nil }
        return Array(woken.values)
    }
}
