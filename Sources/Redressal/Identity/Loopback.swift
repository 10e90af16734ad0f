/// Names and addresses of the machine itself, which nobody reaches from elsewhere.
package enum Loopback {
    /// As a server is told what to listen on.
    package static let hosts = ["127.0.0.1", "::1", "localhost"]

    /// Whether an address leads to this machine.
    ///
    /// - Parameter host: Of a URL, in which an IPv6 address may stand in brackets.
    package static func isMeant(by host: String) -> Bool { self.hosts.contains(host) || host == "[::1]" }
}
