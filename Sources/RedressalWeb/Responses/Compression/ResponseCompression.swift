import HTTPTypes
import Hummingbird

/// Sends text smaller to those who can read it so (gzip): a page in a third of the time over a slow network.
///
/// An answer that holds a secret beside what the request said, such as a form with a token beside a search's words, must say
/// `Cache-Control: no-transform`: its length would tell of the secret (BREACH, CVE-2013-3587). Those of JSON hold none.
struct ResponseCompression<Context: RequestContext>: RouterMiddleware {
    /// Shorter bodies gain nothing.
    private static var shortest: Int { 1024 }
    private static var types: Set<String> {
        [
            "application/json", "application/problem+json", "application/javascript", "application/xml",
            "image/svg+xml",
            "text/css", "text/csv", "text/html", "text/javascript", "text/plain", "text/xml",
        ]
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard Self.isCompressible(response) else { return response }
        let vary = [response.headers[.vary], "Accept-Encoding"].compactMap(\.self)
        response.headers[.vary] = vary.joined(separator: ", ")
        guard AcceptedEncodings(request.headers[.acceptEncoding]).allowsGzip else { return response }
        let plain = response.body
        response.headers[.contentEncoding] = "gzip"
        response.body = ResponseBody { writer in
            guard let stream = GzipStream() else { throw OutOfMemory() }
            try await plain.write(GzipWriter(writer, stream))
        }
        return response
    }

    private static func isCompressible(_ response: Response) -> Bool {
        guard response.headers[.contentEncoding] == nil,
            response.headers[.cacheControl]?.contains("no-transform") != true,
            response.body.contentLength.map({ $0 > self.shortest }) ?? true
        else { return false }
        return self.types.contains(HeaderParameters(response.headers[.contentType] ?? "").value)
    }
}

/// There was no memory to make an answer smaller.
private struct OutOfMemory: Error {}
