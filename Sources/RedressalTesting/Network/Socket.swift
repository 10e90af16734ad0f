import Glibc

/// One end of a TCP connection over the loopback address; closed when it is let go.
struct Socket: ~Copyable {
    /// What a call that does not wait gave.
    enum Taken {
        case bytes([UInt8])
        case nothing
        case ended
        case broken
    }

    /// A system call that failed.
    struct Failure: Error, CustomStringConvertible {
        let call: String
        let code: Int32

        var description: String { "expected \(self.call) to work but: \(String(cString: strerror(self.code)))" }
    }

    let descriptor: Int32

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        // Not for the processes that tests start: a copy there would keep a connection open that was closed here.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit { close(self.descriptor) }

    /// Listens on a port that the system chooses.
    static func listening() throws -> Socket {
        let socket = Socket(Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        let code = self.withAddress(port: 0) { bind(socket.descriptor, $0, $1) }
        guard code == 0, listen(socket.descriptor, 128) == 0 else { throw Failure(call: "listen", code: errno) }
        return socket
    }

    /// Begins to connect; what is wrong shows at the first use.
    static func connecting(to port: Int) -> Socket {
        let socket = Socket(Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        _ = self.withAddress(port: port) { connect(socket.descriptor, $0, $1) }
        return socket
    }

    /// Takes a connection that waits.
    func accepted() -> Int32? {
        let descriptor = accept(self.descriptor, nil, nil)
        return descriptor >= 0 ? descriptor : nil
    }

    /// Owns a descriptor that ``accepted()`` gave.
    init(owning descriptor: Int32) { self.init(descriptor) }

    /// The port of this end.
    var port: Int {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(self.descriptor, $0, &length) }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    func take(atMost count: Int) -> Taken {
        var buffer = [UInt8](repeating: 0, count: count)
        let found = recv(self.descriptor, &buffer, count, 0)
        if found > 0 { return .bytes(Array(buffer[..<found])) }
        if found == 0 { return .ended }
        return errno == EAGAIN || errno == EINTR ? .nothing : .broken
    }

    /// - Returns: How many bytes were taken over; nil when the connection is broken.
    func give(_ bytes: ArraySlice<UInt8>) -> Int? {
        let count = bytes.withUnsafeBytes {
            send(self.descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if count >= 0 { return count }
        return errno == EAGAIN || errno == EINTR || errno == ENOTCONN ? 0 : nil
    }

    /// Tells the other side that nothing more comes.
    func finish() { shutdown(self.descriptor, Int32(SHUT_WR)) }

    /// Has the closing reset the connection instead of ending it.
    func spoil() {
        var now = linger(l_onoff: 1, l_linger: 0)
        setsockopt(self.descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    }

    private static func withAddress<Result>(
        port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        address.sin_port = in_port_t(port).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
