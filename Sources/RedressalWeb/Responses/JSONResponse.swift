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
        let body = ByteBuffer(bytes: try CanonicalJSON.encode(value))
        return Response(status: status, headers: self.fields(headers), body: ResponseBody(byteBuffer: body))
    }

    /// What stands in the head of one.
    static func fields(_ given: HTTPFields) -> HTTPFields {
        var fields = given
        if fields[.contentType] == nil { fields[.contentType] = "application/json" }
        // Cases change and concern people: no cache on the way may keep them.
        fields[.cacheControl] = "no-store"
        return fields
    }
}
