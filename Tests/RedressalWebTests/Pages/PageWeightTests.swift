import Foundation
import HTTPTypes
import Redressal
import Testing

@testable import RedressalWeb

/// Pages are for cheap phones on slow lines: light, and from nowhere else.
@Suite struct PageWeightTests {
    /// Bytes.
    private static let most = 100_000

    /// A queue that is full, of cases whose texts are long.
    private static func website() throws -> Website {
        let website = try Website.withPages()
        let long = String(repeating: "The pump has been dry since May. ", count: 60)
        for number in 0..<500 {
            let id = CaseID("petition-\(number)")
            guard var state = CaseState.sample(id: id) else { continue }
            state.workflow = Website.petition.pin
            state.reference = TrackingReference.make(for: id)
            state.fields = ["who": .string("citizen-1"), "what": .string(long), "note": .string(long)]
            website.views.add(state)
        }
        return website
    }

    private static func cookie(_ account: String, _ website: Website) -> HTTPFields {
        guard let secret = website.identities?.secret(of: account) else { return [:] }
        return [.cookie: "redressal=\(secret.cookie(Website.key))"]
    }

    /// - Parameter account: Nil for somebody who comes along.
    @Test(arguments: [nil, "sok", "dara", "vanna", "rith"] as [String?])
    func everyPageThatLinksLeadToIsLightAndFromHere(_ account: String?) async throws {
        let website = try Self.website()
        let crawl = PageCrawl(website: website, headers: account.map { Self.cookie($0, website) } ?? [:])
        let visits = try await crawl.visits(from: ["/", account == nil ? "/sign-in" : "/console"])
        #expect(visits.count >= 8, "\(visits.map(\.address))")
        let own = ["vanna": "/console/audit/access", "rith": "/console/admin/absences/new"][account ?? ""]
        #expect(own.map { own in visits.contains { $0.address == own } } ?? true, "\(visits.map(\.address))")
        for visit in visits {
            // As it is without gzip, which only makes it smaller.
            #expect(visit.reply.body.utf8.count <= Self.most, "\(visit.address)")
            guard visit.reply.header("Content-Type")?.hasPrefix("text/html") == true else { continue }
            try Self.expectNothingFromElsewhere(visit)
        }
    }

    private static func expectNothingFromElsewhere(_ visit: PageCrawl.Visit) throws {
        let policy = try #require(visit.reply.header("Content-Security-Policy"))
        let sources = policy.split(separator: ";").flatMap { $0.split(separator: " ").dropFirst() }
        #expect(Set(sources).isSubset(of: ["'none'", "'self'"]), "\(visit.address): \(policy)")
        #expect(policy.contains("default-src 'none'"))
        for place in visit.places {
            let isOurs = place.hasPrefix("/") && !place.hasPrefix("//")
            #expect(
                // An address for an app on the same telephone loads nothing.
                isOurs || place.isEmpty || "#?".contains(place.prefix(1)) || place == "data:,"
                    || place.hasPrefix("otpauth://totp/"),
                "\(visit.address): \(place)")
        }
        #expect(visit.reply.body.firstMatch(of: #/<style|\sstyle=|\son[a-z]+=|<script>/#) == nil, "\(visit.address)")
    }

    /// As long as a list may be asked for.
    @Test func theLongestListIsLightAsItTravels() async throws {
        let website = try Self.website()
        var headers = Self.cookie("sok", website)
        headers[.acceptEncoding] = "gzip"
        let reply = try await website.send(.get, "/console/queues/office?limit=500", headers: headers)
        #expect(reply.status == 200)
        #expect(reply.header("Content-Encoding") == "gzip")
        #expect(reply.bytes <= Self.most, "\(reply.bytes)")
    }

    @Test func styleSheetsAndScriptsAreLightAndAskForNothing() throws {
        let files = try PageLibraryTests.shipped().files.values
        #expect(!files.isEmpty)
        for file in files {
            #expect(file.bytes.count <= Self.most, "\(file.name)")
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(text.firstMatch(of: #/@import|url\((?!["']?(?:data:|#))|https?:/#) == nil, "\(file.name)")
        }
    }
}
