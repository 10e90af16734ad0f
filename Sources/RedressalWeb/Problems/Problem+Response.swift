import HTTPTypes
import Hummingbird
import NIOCore
import Redressal

extension Problem {
    /// The members of a `application/problem+json` document.
    private struct Document: Encodable {
        let type: String
        let title: String
        let status: Int
        let detail: String?
        let field: String?
    }

    /// The answer to send.
    func response() throws -> Response {
        try Response(status: self.status, headers: self.fields, body: ResponseBody(byteBuffer: self.body()))
    }

    /// What stands in the head of the answer.
    var fields: HTTPFields {
        var fields = self.headers
        fields[.contentType] = "application/problem+json"
        return JSONResponse.fields(fields)
    }

    /// The document.
    ///
    /// - Throws: `EncodingError`.
    func body() throws -> ByteBuffer {
        let document = Document(
            type: "/problems/\(self.code)", title: self.title, status: self.status.code, detail: self.detail,
            field: self.field)
        return ByteBuffer(bytes: try CanonicalJSON.encode(document))
    }
}
