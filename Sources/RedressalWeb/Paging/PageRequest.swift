import Foundation
import HTTPTypes
import Hummingbird
import Redressal

/// A request for a part of a list: how much of it, and from where on.
///
/// A cursor is opaque to whoever gets it. It carries a place in the list and a digest of what was asked, so that it
/// cannot go on in another list; nothing in it is believed but the place.
struct PageRequest: Sendable {
    /// The parameters that it reads.
    static let parameters = ["cursor", "limit"]

    let limit: Int
    /// What the cursor holds; nil for the first part.
    let place: [String]?
    private let question: String
    private let path: String
    private let parameters: String

    /// - Parameters:
    ///   - account: Who asks.
    ///   - parts: Of how many texts a place is made; only the last may hold line breaks.
    /// - Throws: ``Problem`` for a limit that is out of range, or a cursor of another list or of nobody's making.
    init(_ request: Request, _ query: Query, for account: String?, parts: Int) throws(Problem) {
        self.limit = try query.number("limit", in: 1...500) ?? 50
        self.path = request.uri.path
        self.parameters = (request.uri.query ?? "").split(separator: "&")
            .filter { !$0.hasPrefix("cursor=") }.joined(separator: "&")
        self.question = DerivedID.uuid(
            ["page", account ?? "", self.path] + query.pairs(but: Self.parameters))
        guard let cursor = query.text("cursor") else {
            self.place = nil
            return
        }
        let texts = Base64URL.decode(cursor).flatMap { String(validating: $0, as: UTF8.self) }?
            .split(separator: "\n", maxSplits: parts, omittingEmptySubsequences: false).map(String.init)
        guard let texts, texts.count == parts + 1, texts[0] == self.question else { throw Self.foreignCursor }
        self.place = Array(texts.dropFirst())
    }

    static let foreignCursor = Problem.malformed(
        "expected the cursor that came with a part of this very list but found another", field: "cursor")

    /// The cursor of a place.
    func cursor(_ place: [String]) -> String {
        Base64URL.encode(Array(([self.question] + place).joined(separator: "\n").utf8))
    }

    /// The header that leads to the next part (RFC 8288).
    ///
    /// - Parameter cursor: Nil for the last part, which has none.
    func headers(next cursor: String?) -> HTTPFields {
        guard let cursor else { return [:] }
        let rest = self.parameters.isEmpty ? "" : self.parameters + "&"
        // What ends the address in the header must not stand in it.
        let target = "\(self.path)?\(rest)cursor=\(cursor)".replacing("<", with: "%3C").replacing(">", with: "%3E")
        return [.link: "<\(target)>; rel=\"next\""]
    }
}

extension HTTPField.Name {
    fileprivate static var link: Self { Self("Link") ?? .location }
}
