import CLibPQ
import Logging

/// The owner of a `PGconn`: one thread at a time may use it, and the end of its life closes it.
///
/// Not Sendable, because of the manual, "Behavior in Threaded Programs": "no two threads attempt to manipulate the same
/// PGconn object at the same time".
struct PQConnection: ~Copyable {
    /// The object, for the calls in this folder and in ``Session``.
    let pointer: OpaquePointer
    /// Retained for libpq's notice processor; released after `PQfinish`.
    private let notices: Unmanaged<NoticeSink>

    private init(_ pointer: OpaquePointer, logger: Logger) {
        self.pointer = pointer
        self.notices = Unmanaged.passRetained(NoticeSink(logger: logger))
        PQsetNoticeProcessor(pointer, receiveNotice, self.notices.toOpaque())
    }

    /// Connects; blocks on name lookup, the network and the server, for `connectTimeout` seconds a host.
    ///
    /// - Throws: ``PostgresError`` of kind `cannotConnect`.
    static func connect(_ configuration: PostgresConfiguration, logger: Logger) throws -> PQConnection {
        guard !configuration.connectionString.utf8.contains(0) else {
            throw PostgresError(.cannotConnect, "expected a connection string but found one with a NUL character")
        }
        guard let pointer = withKeywordPointers(configuration.keywords, { PQconnectdbParams($0, $1, 1) }) else {
            throw PostgresError(.cannotConnect, "out of memory")
        }
        let connection = PQConnection(pointer, logger: logger)
        guard connection.isAlive else { throw PostgresError(.cannotConnect, connection.errorMessage) }
        return connection
    }

    deinit {
        PQfinish(self.pointer)
        self.notices.release()
    }

    /// True until libpq has seen the connection break.
    var isAlive: Bool { PQstatus(self.pointer) == CONNECTION_OK }
    /// True outside a transaction, with no statement under way.
    var isIdle: Bool { PQtransactionStatus(self.pointer) == PQTRANS_IDLE }
    /// True in a transaction that an error has spoilt.
    var isInFailedTransaction: Bool { PQtransactionStatus(self.pointer) == PQTRANS_INERROR }
    /// The server's process id for this session.
    var processID: Int32 { PQbackendPID(self.pointer) }
    /// The descriptor of the socket; it may change only while connecting.
    var socket: Int32 { PQsocket(self.pointer) }
    /// libpq's last message, copied: the pointer dies with the next call.
    var errorMessage: String { String(cString: PQerrorMessage(self.pointer)).onOneLine }

    /// Takes what is needed to cancel from another thread, or nil if the connection is gone.
    func makeCancel() -> PQCancel? {
        PQgetCancel(self.pointer).map(PQCancel.init)
    }

    /// The error to throw after a call of libpq itself failed.
    func failure() -> PostgresError {
        PostgresError(self.isAlive ? .other : .connectionLost, self.errorMessage)
    }
}

/// Lends keywords and values as the two NULL-terminated arrays of C strings that libpq wants.
private func withKeywordPointers<R>(
    _ keywords: [(name: String, value: String)],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<UnsafePointer<CChar>?>?) -> R
) -> R {
    // One flat buffer and offsets, so that every pointer lives exactly as long as the call.
    var flat: [CChar] = []
    func append(_ text: String) -> Int {
        defer { flat.append(contentsOf: text.utf8CString) }
        return flat.count
    }
    let names = keywords.map { append($0.name) }
    let values = keywords.map { append($0.value) }
    return flat.withUnsafeBufferPointer { buffer in
        let namePointers = names.map { offset in buffer.baseAddress.map { $0 + offset } } + [nil]
        let valuePointers = values.map { offset in buffer.baseAddress.map { $0 + offset } } + [nil]
        return namePointers.withUnsafeBufferPointer { names in
            valuePointers.withUnsafeBufferPointer { values in body(names.baseAddress, values.baseAddress) }
        }
    }
}
