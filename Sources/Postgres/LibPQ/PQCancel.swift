import CLibPQ

/// The owner of a `PGcancel`: what is needed to ask the server to stop the running statement.
///
/// Sendable because of the manual, `PQcancel`: "The PGcancel object is read-only as far as PQcancel is concerned, so it
/// can also be invoked from a thread that is separate from the one manipulating the PGconn object."
struct PQCancel: ~Copyable, Sendable {
    /// The object; read-only, as cited above.
    nonisolated(unsafe) private let pointer: OpaquePointer

    /// Takes ownership of a cancel object.
    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        PQfreeCancel(self.pointer)
    }

    /// Sends the request and waits until the server has passed it on; blocks, because it opens a connection.
    ///
    /// - Returns: nil if the request was sent, otherwise libpq's reason. Whether the statement stops shows in its result.
    func send() -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            buffer.initialize(repeating: 0)
            guard PQcancel(self.pointer, buffer.baseAddress, Int32(buffer.count)) == 0 else { return nil }
            return buffer.baseAddress.map { String(cString: $0).onOneLine } ?? "unknown"
        }
    }
}
