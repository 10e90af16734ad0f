import Foundation

/// Where a gateway takes messages: HTTPS, or HTTP on this machine alone.
package struct WebhookAddress: Hashable, Sendable {
    package let url: URL

    /// - Returns: nil for any other text, one with a name and password in it among them.
    package init?(_ text: String) {
        guard let url = URL(string: text), url.isSafe, url.fragment == nil else { return nil }
        self.url = url
    }
}
