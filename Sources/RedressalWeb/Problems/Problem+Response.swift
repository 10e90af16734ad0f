import HTTPTypes
import Hummingbird

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
        let document = Document(
            type: "/problems/\(self.code)", title: self.title, status: self.status.code, detail: self.detail,
            field: self.field)
        var headers = self.headers
        headers[.contentType] = "application/problem+json"
        return try JSONResponse.make(self.status, document, headers)
    }
}
