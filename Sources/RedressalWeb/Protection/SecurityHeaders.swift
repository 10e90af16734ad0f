import HTTPTypes
import Hummingbird

/// Tells browsers to do nothing with an answer but show it; a page that may do more says so with headers of its own.
///
/// No answer ever allows another site to read it: there is no CORS.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    /// A year, as preload lists ask for at least.
    private static var strictTransport: String { "max-age=31536000" }
    /// For what is no page, such as JSON: nothing may be loaded, framed or sent from it.
    private static var nothing: String {
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    }
    private static var permissions: String {
        ["camera", "display-capture", "geolocation", "microphone", "payment", "usb"].map { "\($0)=()" }
            .joined(separator: ", ")
    }

    /// Whether browsers come by HTTPS, through a proxy in front.
    let isSecure: Bool

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        Self.add(to: &response.headers, isSecure: self.isSecure)
        return response
    }

    /// Adds those that an answer does not have.
    static func add(to headers: inout HTTPFields, isSecure: Bool) {
        headers.add(unlessThere: .contentSecurityPolicy, Self.nothing)
        headers.add(unlessThere: .xContentTypeOptions, "nosniff")
        headers.add(unlessThere: .referrerPolicy, "no-referrer")
        headers.add(unlessThere: .permissionsPolicy, Self.permissions)
        headers.add(unlessThere: .crossOriginOpenerPolicy, "same-origin")
        headers.add(unlessThere: .crossOriginResourcePolicy, "same-origin")
        // Over plain HTTP it would be ignored, and on a loopback address shut the next program out (RFC 6797 §7.2).
        if isSecure { headers.add(unlessThere: .strictTransportSecurity, Self.strictTransport) }
    }
}

extension HTTPFields {
    fileprivate mutating func add(unlessThere name: HTTPField.Name, _ value: String) {
        if self[name] == nil { self[name] = value }
    }
}

extension HTTPField.Name {
    fileprivate static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
    fileprivate static let permissionsPolicy = HTTPField.Name("Permissions-Policy")!
    fileprivate static let crossOriginOpenerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
    fileprivate static let crossOriginResourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy")!
}
