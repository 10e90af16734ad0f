import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Redressal
import XMLCoder

/// How an answer is written; the end of the path says it.
enum Open311Format: String, CaseIterable {
    case json
    case xml

    /// The format that a path asks for; XML, which the standard has of everybody, where it asks for none.
    init(path: String) { self = path.hasSuffix(".json") ? .json : .xml }

    private var contentType: String {
        switch self {
        case .json: "application/json; charset=utf-8"
        case .xml: "text/xml; charset=utf-8"
        }
    }

    /// - Parameter root: What the document is called in XML.
    /// - Throws: `EncodingError`.
    func response(
        _ status: HTTPResponse.Status, _ node: Open311Node, root: String, _ headers: HTTPFields = [:]
    ) throws -> Response {
        var headers = headers
        headers[.contentType] = self.contentType
        switch self {
        case .json: return try JSONResponse.make(status, node, headers)
        case .xml:
            headers[.cacheControl] = "no-store"
            let body = ByteBuffer(bytes: try Self.xml(node, root: root))
            return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
        }
    }

    private static func xml(_ node: Open311Node, root: String) throws -> Data {
        let encoder = XMLEncoder()
        if let key = CodingUserInfoKey.open311XML { encoder.userInfo[key] = true }
        return try encoder.encode(node, withRootKey: root, header: XMLHeader(version: 1.0, encoding: "utf-8"))
    }
}
