/// Decides who gets which connection of a pool; a value without I/O, time or locks.
///
/// Its inputs are named for what happened, and return what is to be done. Waiters are served in the order in which
/// they came; a connection is made only for someone who waits for it.
struct PoolStateMachine {
    /// Names a connection, from its making to its end.
    struct ConnectionID: Hashable { var number: Int }
    /// Names someone who wants a connection.
    struct WaiterID: Hashable { var number: Int }

    /// What is to be done about a connection that became free or broke.
    enum Action: Equatable {
        /// Give the connection to the waiter.
        case serve(WaiterID, ConnectionID)
        /// Make a connection under this name.
        case connect(ConnectionID)
        /// Close the connection, then call ``PoolStateMachine/disconnected(_:)``.
        case close(ConnectionID)
        /// Tell the waiter that no connection could be made.
        case failToConnect(WaiterID)
        /// Tell the waiter that the pool is closed.
        case failAsClosed(WaiterID)
        /// Tell the waiter that it was cancelled.
        case failAsCancelled(WaiterID)
        /// Tell those who wait for the pool's end that it has come.
        case finishClosing
    }

    /// The largest number of connections, made or being made.
    let size: Int
    /// Free connections; the last one used is the first one used again.
    private(set) var idle: [ConnectionID] = []
    /// Connections in use.
    private(set) var leased: Set<ConnectionID> = []
    /// Connections being made.
    private(set) var connecting: Set<ConnectionID> = []
    /// Connections being closed; they count until they are gone, so that the server never sees more than `size`.
    private(set) var closing: Set<ConnectionID> = []
    /// Who waits, the longest first.
    private(set) var waiters: [WaiterID] = []
    /// True from ``closed()`` on; no way back.
    private(set) var isClosed = false
    private var connectionsNamed = 0

    /// Makes an empty pool of at most `size` (at least 1) connections.
    init(size: Int) {
        precondition(size > 0, "expected a pool of at least one connection but found \(size)")
        self.size = size
    }

    /// Connections that exist or are being made.
    private var total: Int {
        self.idle.count + self.leased.count + self.connecting.count + self.closing.count
    }

    /// Makes the name of a connection to be made, if one is wanted and there is room.
    private mutating func connectIfNeeded() -> [Action] {
        guard self.waiters.count > self.connecting.count, self.total < self.size else { return [] }
        self.connectionsNamed += 1
        let id = ConnectionID(number: self.connectionsNamed)
        self.connecting.insert(id)
        return [.connect(id)]
    }

    /// Gives a good connection to the longest waiter, or keeps it.
    private mutating func hand(_ id: ConnectionID) -> [Action] {
        guard !self.waiters.isEmpty else {
            self.idle.append(id)
            return []
        }
        self.leased.insert(id)
        return [.serve(self.waiters.removeFirst(), id)]
    }

    private mutating func close(_ id: ConnectionID) -> [Action] {
        self.closing.insert(id)
        return [.close(id)]
    }

    private func finishIfEmpty() -> [Action] {
        self.isClosed && self.total == 0 ? [.finishClosing] : []
    }
}

extension PoolStateMachine {
    /// Someone wants a connection.
    mutating func requested(_ waiter: WaiterID) -> [Action] {
        if self.isClosed { return [.failAsClosed(waiter)] }
        if let id = self.idle.popLast() {
            self.leased.insert(id)
            return [.serve(waiter, id)]
        }
        self.waiters.append(waiter)
        return self.connectIfNeeded()
    }

    /// A waiter no longer wants a connection; nothing happens if it was already answered.
    mutating func cancelled(_ waiter: WaiterID) -> [Action] {
        guard let position = self.waiters.firstIndex(of: waiter) else { return [] }
        self.waiters.remove(at: position)
        return [.failAsCancelled(waiter)]
    }

    /// A connection was made.
    mutating func connected(_ id: ConnectionID) -> [Action] {
        self.connecting.remove(id)
        if self.isClosed { return self.close(id) }
        return self.hand(id)
    }

    /// A connection could not be made: the longest waiter hears it, the next one gets its own try.
    mutating func connectFailed(_ id: ConnectionID) -> [Action] {
        self.connecting.remove(id)
        if self.isClosed { return self.finishIfEmpty() }
        let failed: [Action] = self.waiters.isEmpty ? [] : [.failToConnect(self.waiters.removeFirst())]
        return failed + self.connectIfNeeded()
    }

    /// A connection came back.
    mutating func released(_ id: ConnectionID, isUsable: Bool) -> [Action] {
        self.leased.remove(id)
        return isUsable && !self.isClosed ? self.hand(id) : self.close(id)
    }

    /// A connection is closed and gone; if someone waits, another one takes its place.
    mutating func disconnected(_ id: ConnectionID) -> [Action] {
        self.closing.remove(id)
        return self.isClosed ? self.finishIfEmpty() : self.connectIfNeeded()
    }

    /// The pool is to end: waiters and free connections go now, connections in use when they come back.
    mutating func closed() -> [Action] {
        guard !self.isClosed else { return self.finishIfEmpty() }
        self.isClosed = true
        let actions = self.waiters.map(Action.failAsClosed) + self.idle.flatMap { self.close($0) }
        self.waiters = []
        self.idle = []
        return actions + self.finishIfEmpty()
    }
}
