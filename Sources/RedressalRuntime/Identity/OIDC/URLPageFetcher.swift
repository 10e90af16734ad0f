import Foundation
import FoundationNetworking
import Synchronization

/// Gets documents with the system's HTTP client; follows no redirection, and waits and reads no longer than it is told.
package struct URLPageFetcher: PageFetcher {
    /// The longest document taken, in bytes.
    private static let longest = 256 * 1024
    private let patience: TimeInterval

    /// - Parameter patience: How long a document may take, in seconds.
    package init(patience: TimeInterval = 5) { self.patience = patience }

    package func fetch(_ url: URL) async throws(FetchFailure) -> [UInt8] {
        let transfer = Transfer(longest: Self.longest)
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = self.patience
        configuration.timeoutIntervalForResource = self.patience
        let session = URLSession(configuration: configuration, delegate: transfer, delegateQueue: nil)
        var request = URLRequest(url: url)
        request.setValue("application/json", forHTTPHeaderField: "Accept")
        let result = await transfer.run(session.dataTask(with: request))
        session.finishTasksAndInvalidate()
        return try result.get()
    }

    /// One document on its way.
    private final class Transfer: NSObject, URLSessionDataDelegate {
        private struct State {
            var bytes: [UInt8] = []
            var failure: FetchFailure?
            var continuation: CheckedContinuation<Result<[UInt8], FetchFailure>, Never>?
        }

        private let longest: Int
        private let state = Mutex(State())

        init(longest: Int) { self.longest = longest }

        func run(_ task: URLSessionDataTask) async -> Result<[UInt8], FetchFailure> {
            await withCheckedContinuation { continuation in
                self.state.withLock { $0.continuation = continuation }
                task.resume()
            }
        }

        /// An answer elsewhere is none: it could lead to where nobody would have sent us.
        func urlSession(
            _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
            newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
        ) {
            completionHandler(nil)
        }

        func urlSession(
            _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
            completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
        ) {
            let status = (response as? HTTPURLResponse)?.statusCode ?? 0
            guard status == 200 else {
                self.fail("expected status 200 but found \(status)")
                return completionHandler(.cancel)
            }
            completionHandler(.allow)
        }

        func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
            let isTooLong = self.state.withLock { state in
                state.bytes += data
                return state.bytes.count > self.longest
            }
            guard isTooLong else { return }
            self.fail("expected at most \(self.longest) bytes but found more")
            dataTask.cancel()
        }

        func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
            if let error { self.fail("expected an answer but \(error.localizedDescription)") }
            let done = self.state.withLock { state in
                defer { state.continuation = nil }
                return state
            }
            if let failure = done.failure {
                done.continuation?.resume(returning: .failure(failure))
            } else {
                done.continuation?.resume(returning: .success(done.bytes))
            }
        }

        /// Keeps the first reason.
        private func fail(_ reason: String) {
            self.state.withLock { $0.failure = $0.failure ?? FetchFailure(reason) }
        }
    }
}
