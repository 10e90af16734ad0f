import Foundation

/// Where a gateway takes messages: HTTPS, or HTTP on this machine alone.
package struct WebhookAddress: Hashable, Sendable {
    package let url: URL

    /// - Returns: nil for any other text, one with a name and password in it among them.
    package init?(_ text: String) {
        guard let url = URL(string: text), let host = url.host, !host.isEmpty, url.user == nil, url.password == nil,
            url.fragment == nil
        else { return nil }
        let isLoopback = ["127.0.0.1", "::1", "[::1]", "localhost"].contains(host)
        guard url.scheme == "https" || (url.scheme == "http" && isLoopback) else { return nil }
        self.url = url
    }
}
