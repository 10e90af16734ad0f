import Foundation
import FoundationNetworking
import Redressal

/// Posts messages to a gateway as signed webhooks (Standard Webhooks 1.0).
///
/// It talks to the one address it was given: redirects are not followed, cookies not kept.
package final class WebhookChannel: MessageChannel {
    /// Answers by which a gateway refuses the message itself; others may pass.
    private static let refusals: Set<Int> = [400, 413, 422]

    private let address: WebhookAddress
    private let signature: WebhookSignature
    private let clock: any WallClock
    private let session: URLSession

    /// - Parameter patience: After how many seconds a gateway's answer is given up.
    package init(
        _ address: WebhookAddress, signature: WebhookSignature, clock: any WallClock, patience: Double = 15
    ) {
        self.address = address
        self.signature = signature
        self.clock = clock
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = patience
        configuration.timeoutIntervalForResource = patience
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCache = nil
        self.session = URLSession(configuration: configuration, delegate: NoRedirects(), delegateQueue: nil)
    }

    deinit { self.session.invalidateAndCancel() }

    package func deliver(_ message: OutgoingMessage) async throws(MessageChannelError) {
        guard let body = try? CanonicalJSON.encode(message) else {
            throw MessageChannelError("unwritable", isRefusal: true)
        }
        let status = try await self.send(self.request(body, id: message.id))
        guard !(200..<300).contains(status) else { return }
        throw MessageChannelError("http_\(status)", isRefusal: Self.refusals.contains(status))
    }

    private func request(_ body: [UInt8], id: String) -> URLRequest {
        let seconds = self.clock.now().milliseconds / 1000
        var request = URLRequest(url: self.address.url)
        request.httpMethod = "POST"
        request.httpBody = Data(body)
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue("redressal", forHTTPHeaderField: "User-Agent")
        request.setValue(id, forHTTPHeaderField: WebhookSignature.idHeader)
        request.setValue("\(seconds)", forHTTPHeaderField: WebhookSignature.timestampHeader)
        request.setValue(
            self.signature.sign(body, id: id, at: seconds), forHTTPHeaderField: WebhookSignature.signatureHeader)
        return request
    }

    /// - Returns: The answer's status.
    private func send(_ request: URLRequest) async throws(MessageChannelError) -> Int {
        do {
            let (_, response) = try await self.session.data(for: request)
            return (response as? HTTPURLResponse)?.statusCode ?? 0
        } catch {
            // What the system says of it may hold the address.
            throw MessageChannelError((error as? URLError)?.code == .timedOut ? "timed_out" : "unreachable")
        }
    }
}

/// Takes a redirect for the answer that it is.
private final class NoRedirects: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
