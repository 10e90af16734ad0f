import Glibc
import Hummingbird
import Logging
import NIOCore

/// An address on which the answers of a router are served.
struct HTTPListener {
    let host: String
    /// 0 takes any free one.
    let port: Int
    let logger: Logger
    /// Sends people away before anything else is done; nil lets everybody in.
    var keeper: LoadDoorkeeper?

    /// Serves until the task is cancelled or, inside a service group, a graceful shutdown is asked for; then requests
    /// under way are finished first.
    ///
    /// - Parameter onListening: Told the port once connections are taken.
    /// - Throws: ``AddressInUse``, or what else keeps the address from being bound.
    func serve<Context: RequestContext>(
        _ router: Router<Context>, onListening: @escaping @Sendable (Int) async -> Void
    ) async throws where Context.Source == ApplicationRequestContextSource {
        let application = Application(
            router: router,
            server: .http1(configuration: .init(additionalChannelHandlers: self.keeper.map { [LoadDoor($0)] } ?? [])),
            configuration: ApplicationConfiguration(address: .hostname(self.host, port: self.port)),
            onServerRunning: { channel in await onListening(channel.localAddress?.port ?? self.port) },
            logger: self.logger)
        do {
            try await application.run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw AddressInUse(host: self.host, port: self.port)
        }
    }
}
