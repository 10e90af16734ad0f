import Synchronization

/// What the connection's queue and the outside share: who may be cancelled, and whether the connection is open.
///
/// The lock is held while the cancel request is on its way, on purpose: it keeps the operation from ending meanwhile,
/// so that the request cannot hit the next one. Only the connection's own thread and the cancelling queue wait for it.
final class ConnectionGate: Sendable {
    private let cancelHandle: PQCancel
    private let current = Mutex<CancelToken?>(nil)
    private let closed = Atomic(false)
    /// The server's process id for the session.
    let processID: Int32

    /// Takes ownership of the cancel handle.
    init(cancel: consuming PQCancel, processID: Int32) {
        self.cancelHandle = cancel
        self.processID = processID
    }

    /// False once the connection was closed or seen to be broken.
    var isOpen: Bool { !self.closed.load(ordering: .acquiring) }

    /// Notes that the connection was closed or is broken.
    func markClosed() {
        self.closed.store(true, ordering: .releasing)
    }

    /// Opens the gate for cancelling an operation that begins now.
    func begin(_ token: CancelToken) {
        self.current.withLock { $0 = token }
    }

    /// Shuts the gate; waits for a request that is on its way.
    func end() {
        self.current.withLock { $0 = nil }
    }

    /// Asks the server to stop an operation, if it is still the current one; blocks.
    ///
    /// - Returns: true if the request was sent, or tried, and the operation has yet to end.
    func cancel(_ token: CancelToken) -> Bool {
        self.current.withLock { current in
            guard current === token else { return false }
            _ = self.cancelHandle.send()
            return true
        }
    }

    /// Asks the server to stop whatever is running; blocks.
    ///
    /// - Returns: nil, or libpq's reason why the request could not be sent.
    @discardableResult
    func cancelCurrent() -> String? {
        self.current.withLock { current in
            current === nil ? nil : self.cancelHandle.send()
        }
    }
}
