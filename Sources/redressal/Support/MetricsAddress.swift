import ArgumentParser

/// `host:port`, or a port alone on the loopback address.
struct MetricsAddress: ExpressibleByArgument, Hashable {
    let host: String
    let port: Int

    init?(argument: String) {
        let end = argument.lastIndex(of: ":")
        let host = end.map { String(argument[..<$0]) } ?? ""
        guard let port = Int(end.map { argument[argument.index(after: $0)...] } ?? argument[...]),
            0...65535 ~= port
        else { return nil }
        // IPv6 addresses stand in brackets.
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        self.host = bare.isEmpty ? "127.0.0.1" : bare
        self.port = port
    }
}
