import Foundation
import HTTPTypes
import Redressal
import Testing

/// Every page that links lead to from some first ones, as somebody sees it.
struct PageCrawl {
    /// A page, as it came.
    struct Visit {
        let address: String
        let reply: Reply
        /// Where its links, style sheets, scripts, pictures and forms point.
        let places: [String]
    }

    /// The most addresses that are asked for of those that differ in numbers, or in what is looked for, alone.
    ///
    /// Five hundred cases have five hundred pages of one kind; the kinds are all looked at.
    private static let mostOfAKind = 12
    /// More kinds than there are: links that lead on for ever fail.
    private static let most = 3_000

    let website: Website
    let headers: HTTPFields

    /// - Returns: What was answered with 200, in the order of the links.
    func visits(from first: [String]) async throws -> [Visit] {
        var waiting = first[...]
        var known = Set(first)
        var kinds: [String: Int] = [:]
        var visits: [Visit] = []
        var asked = 0
        while let address = waiting.popFirst() {
            guard kinds[Self.kind(of: address), default: 0] < Self.mostOfAKind else { continue }
            kinds[Self.kind(of: address), default: 0] += 1
            asked += 1
            try #require(asked <= Self.most, "links lead on for ever: \(address)")
            let reply = try await self.website.send(.get, address, headers: self.headers)
            #expect(reply.status < 500, "\(address): \(reply.body)")
            let places = reply.status == 200 ? Self.places(in: reply.body) : [reply.header("Location") ?? ""]
            if reply.status == 200 { visits.append(Visit(address: address, reply: reply, places: places)) }
            for place in places where place.hasPrefix("/") && known.insert(place).inserted { waiting.append(place) }
        }
        return visits
    }

    /// What addresses have in common that differ in numbers, or in what is looked for, alone.
    private static func kind(of address: String) -> String {
        let parts = address.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1)
        let path = (parts.first ?? "").split(separator: "/").map { part in
            part.contains(where: \.isNumber) ? "*" : String(part)
        }
        let names = parts.dropFirst().joined().split(separator: "&").map { $0.prefix { $0 != "=" } }
        return path.joined(separator: "/") + "?" + Set(names).sorted().joined(separator: "&")
    }

    private static func places(in html: String) -> [String] {
        html.matches(of: #/\s(?:href|src|action|formaction|poster|srcset|data)="([^"]*)"/#)
            .map { String($0.1).replacing("&amp;", with: "&") }
    }
}
