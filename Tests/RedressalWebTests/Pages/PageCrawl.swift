import Foundation
import HTTPTypes
import Redressal

/// Every page that links lead to from some first ones, as somebody sees it.
struct PageCrawl {
    /// A page, as it came.
    struct Visit {
        let address: String
        let reply: Reply
        /// Where its links, style sheets, scripts, pictures and forms point.
        let places: [String]
    }

    /// The most addresses that are asked for.
    private static let most = 150

    let website: Website
    let headers: HTTPFields

    /// - Returns: What was answered with 200, in the order of the links.
    func visits(from first: [String]) async throws -> [Visit] {
        var waiting = first
        var known = Set(first)
        var visits: [Visit] = []
        while let address = waiting.first, known.count < Self.most {
            waiting.removeFirst()
            let reply = try await self.website.send(.get, address, headers: self.headers)
            guard reply.status == 200 else { continue }
            let places = Self.places(in: reply.body)
            visits.append(Visit(address: address, reply: reply, places: places))
            for place in places where place.hasPrefix("/") && known.insert(place).inserted { waiting.append(place) }
        }
        return visits
    }

    private static func places(in html: String) -> [String] {
        html.matches(of: #/\s(?:href|src|action|formaction|poster|srcset|data)="([^"]*)"/#)
            .map { String($0.1).replacing("&amp;", with: "&") }
    }
}
