import Foundation
import Redressal

/// Where a gateway takes messages: HTTPS, or HTTP on this machine alone.
package struct WebhookAddress: Hashable, Sendable {
    package let url: URL

    /// - Returns: nil for any other text, one with a name and password in it among them.
    package init?(_ text: String) {
        guard let url = URL(string: text), let host = url.host, !host.isEmpty, url.user == nil, url.password == nil,
            url.fragment == nil
        else { return nil }
        guard url.scheme == "https" || (url.scheme == "http" && Loopback.isMeant(by: host)) else { return nil }
        self.url = url
    }
}
