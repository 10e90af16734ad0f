import Testing

/// A request that must be refused, and the problem that tells why.
struct BadInput: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let status: Int
    let code: String
    let field: String?
    let detail: String

    /// - Parameter body: `ACTOR` in it stands for a valid actor.
    init(_ name: String, _ body: String, _ status: Int, _ code: String, _ field: String?, _ detail: String) {
        let actor = #""actor":{"user":"sok","role":"intake"}"#
        self.init(name, bytes: Array(body.replacing("ACTOR", with: actor).utf8), status, code, field, detail)
    }

    init(_ name: String, bytes: [UInt8], _ status: Int, _ code: String, _ field: String?, _ detail: String) {
        self.name = name
        self.bytes = bytes
        self.status = status
        self.code = code
        self.field = field
        self.detail = detail
    }

    var testDescription: String { self.name }
}
