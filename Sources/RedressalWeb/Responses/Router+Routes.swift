import HTTPTypes
import Hummingbird

extension RouterMethods {
    /// Answers one path: each method as given, every other with 405 and what is allowed.
    ///
    /// - Parameter others: Methods that are answered elsewhere.
    func route(
        _ path: RouterPath, _ handlers: [HTTPRequest.Method: @Sendable (Request, Context) async throws -> Response],
        others: [HTTPRequest.Method] = []
    ) {
        self.route(path, only: handlers)
        var allowed = (Array(handlers.keys) + others).map(\.rawValue)
        if allowed.contains(HTTPRequest.Method.get.rawValue) { allowed.append(HTTPRequest.Method.head.rawValue) }
        let list = allowed.sorted().joined(separator: ", ")
        for method in HTTPRequest.Method.routed where !allowed.contains(method.rawValue) {
            self.on(path, method: method) { _, _ -> Response in
                var problem = Problem(
                    .methodNotAllowed, "method_not_allowed",
                    "expected \(list) on this path but found \(method.rawValue)")
                problem.headers[.allow] = list
                throw problem
            }
        }
    }

    /// Answers some methods of a path whose others are answered elsewhere.
    func route(
        _ path: RouterPath,
        only handlers: [HTTPRequest.Method: @Sendable (Request, Context) async throws -> Response]
    ) {
        for (method, handler) in handlers { self.on(path, method: method, use: handler) }
    }
}

extension HTTPRequest.Method {
    /// The methods of RFC 9110 and RFC 5789, and QUERY (draft-ietf-httpbis-safe-method-w-body); HEAD follows GET.
    fileprivate static var routed: [Self] {
        [.get, .head, .post, .put, .patch, .delete, .options, .trace, .connect] + [Self("QUERY")].compactMap(\.self)
    }
}
