import CoreMetrics
import Foundation
import HTTPTypes
import NIOCore

/// Decides who is sent away at the door, and says so as a problem document that is made once.
struct LoadDoorkeeper: Sendable {
    /// The problem document.
    let body: ByteBuffer

    private let load: RequestLoad
    private let head: HTTPResponse
    private let factory: any MetricsFactory
    private let refused: Counter

    /// - Parameters:
    ///   - isSecure: Whether browsers come by HTTPS.
    ///   - factory: Counts those who are sent away.
    /// - Throws: `EncodingError`.
    init(_ load: RequestLoad, isSecure: Bool, factory: any MetricsFactory) throws {
        let problem = Problem.tooManyAtATime
        self.load = load
        self.body = try problem.body()
        self.factory = factory
        self.refused = RefusalMetrics<WebContext>.counter(of: problem.code, factory: factory)
        var headers = problem.fields
        SecurityHeaders<WebContext>.add(to: &headers, isSecure: isSecure)
        headers[.contentLength] = String(self.body.readableBytes)
        self.head = HTTPResponse(status: problem.status, headerFields: headers)
    }

    /// The head of the answer to a request that is sent away; nil for one that may come in.
    ///
    /// Pages, Open311's errors, answers without a body and the last answer of a connection are made further in, where it is known how.
    func refusal(of request: HTTPRequest) -> HTTPResponse? {
        let fields = request.headerFields
        guard request.countsAsLoad, request.method != .head, !request.endsConnection, !request.wantsPage,
            !request.pathAlone.hasPrefix("/open311"), self.load.isFull
        else { return nil }
        self.refused.increment()
        RequestMetrics<WebContext>.counter(request.method, "unmatched", self.head.status, self.factory).increment()
        var head = self.head
        head.headerFields[.requestID] = fields.correlation ?? UUID().uuidString.lowercased()
        return head
    }
}

extension HTTPRequest {
    /// Whether its answer is the last one of the connection.
    fileprivate var endsConnection: Bool {
        guard let words = self.headerFields[.connection] else { return false }
        return words.split(separator: ",").contains {
            $0.trimmingPrefix(while: \.isWhitespace).lowercased().hasPrefix("close")
        }
    }
}
