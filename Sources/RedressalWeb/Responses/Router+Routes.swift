import HTTPTypes
import Hummingbird

extension Router {
    /// Answers one path: each method as given, every other with 405 and what is allowed.
    func route(
        _ path: RouterPath, _ handlers: [HTTPRequest.Method: @Sendable (Request, Context) async throws -> Response]
    ) {
        var allowed = handlers.keys.map(\.rawValue)
        if handlers[.get] != nil { allowed.append(HTTPRequest.Method.head.rawValue) }
        let list = allowed.sorted().joined(separator: ", ")
        for (method, handler) in handlers { self.on(path, method: method, use: handler) }
        for method in Self.methods where !allowed.contains(method.rawValue) {
            self.on(path, method: method) { _, _ -> Response in
                var problem = Problem(
                    .methodNotAllowed, "method_not_allowed",
                    "expected \(list) on this path but found \(method.rawValue)")
                problem.headers[.allow] = list
                throw problem
            }
        }
    }

    /// The methods of RFC 9110 and RFC 5789 that reach a handler; HEAD follows GET.
    private static var methods: [HTTPRequest.Method] { [.get, .head, .post, .put, .patch, .delete, .options] }
}
