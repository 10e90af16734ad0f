import Foundation
import HTTPTypes
import Hummingbird

/// Keeps other sites from acting with the cookie of whoever looks at them.
///
/// Every browser since 2023 says where a request comes from (Fetch Metadata); older ones say which origin sent a form. A
/// program that sends neither has no cookie that was not given to it.
enum CrossOrigin {
    /// - Throws: ``Problem`` for a request that changes something and comes from another origin.
    static func check(_ request: Request) throws(Problem) {
        guard ![HTTPRequest.Method.get, .head, .options].contains(request.method) else { return }
        let refusal = Problem(
            .forbidden, "cross_origin", "expected a request from this site's own pages but it comes from another site")
        if let site = request.headers[.secFetchSite] {
            guard site == "same-origin" || site == "none" else { throw refusal }
            return
        }
        guard let origin = request.headers[.origin] else { return }
        guard let url = URL(string: origin), let host = url.host else { throw refusal }
        let sender = url.port.map { "\(host):\($0)" } ?? host
        guard sender.lowercased() == request.head.authority?.lowercased() else { throw refusal }
    }
}

extension HTTPField.Name {
    fileprivate static var secFetchSite: Self { Self("Sec-Fetch-Site") ?? .origin }
}
