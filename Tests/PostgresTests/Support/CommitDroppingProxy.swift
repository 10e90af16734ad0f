import Foundation
import Postgres

/// Stands between a client and the server for one connection, and hangs up on the client when the server answers `COMMIT`.
struct CommitDroppingProxy {
    /// The loopback port to connect to.
    let port: UInt16

    /// The proxy could not be set up.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Listens, and forwards to the server of a connection, which must be on TCP.
    static func start(before connection: PostgresConnection) async throws -> CommitDroppingProxy {
        let serverPort: Int? = try await connection.query("SELECT inet_server_port()").value()
        guard let serverPort else {
            throw Failure(description: "expected DATABASE_URL over TCP but found a Unix socket")
        }
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = loopback(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 1) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard isListening else { throw Failure(description: "no listening socket: \(errno)") }
        let port = UInt16(bigEndian: address.sin_port)
        Thread { Self.serve(listener, UInt16(serverPort)) }.start()
        return CommitDroppingProxy(port: port)
    }

    /// The string that reaches the same database through the proxy.
    func connectionString(
        like configuration: PostgresConfiguration, _ direct: PostgresConnection
    ) async throws -> String {
        let user: String = try await direct.query("SELECT current_user").value()
        let password = URLComponents(string: configuration.connectionString)?.password ?? ""
        let place = "host=127.0.0.1 port=\(self.port) dbname=\(configuration.database ?? "postgres")"
        return "\(place) user=\(user) password='\(password)' sslmode=disable gssencmode=disable"
    }

    /// Forwards both ways until the client has sent `COMMIT`, which ends in a NUL on the wire, and the server answers.
    private static func serve(_ listener: Int32, _ serverPort: UInt16) {
        let client = accept(listener, nil, nil)
        close(listener)
        let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = loopback(port: serverPort)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        var isCommitting = false
        var descriptors = [client, server].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        forwarding: while poll(&descriptors, 2, -1) > 0 {
            for (from, to) in [(0, server), (1, client)] where descriptors[from].revents != 0 {
                var buffer = [UInt8](repeating: 0, count: 65_536)
                let count = read(descriptors[from].fd, &buffer, buffer.count)
                if count <= 0 || (from == 1 && isCommitting) { break forwarding }
                if from == 0, String(decoding: buffer[..<count], as: UTF8.self).contains("COMMIT\0") {
                    isCommitting = true
                }
                _ = write(to, buffer, count)
            }
        }
        close(client)
        close(server)
    }

    private static func loopback(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
        return address
    }
}
