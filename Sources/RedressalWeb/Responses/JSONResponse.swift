import HTTPTypes
import Hummingbird
import NIOCore
import Redressal

/// Makes answers of JSON.
enum JSONResponse {
    /// - Parameters:
    ///   - headers: A content type in it stands in place of `application/json`.
    /// - Throws: `EncodingError`.
    static func make(
        _ status: HTTPResponse.Status, _ value: some Encodable, _ headers: HTTPFields = [:]
    ) throws -> Response {
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/json" }
        // Cases change and concern people: no cache on the way may keep them.
        headers[.cacheControl] = "no-store"
        let body = ByteBuffer(bytes: try CanonicalJSON.encode(value))
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
    }
}
