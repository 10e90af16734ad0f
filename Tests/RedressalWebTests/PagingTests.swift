import Foundation
import HTTPTypes
import Redressal
import Testing

@Suite struct PagingTests {
    /// Three cases that were opened one after the other.
    private static func website() throws -> Website {
        let website = Website(hasWorkflow: true)
        for name in ["c", "a", "b"] { website.views.add(try #require(CaseState.sample(id: CaseID(name)))) }
        return website
    }

    /// What a part of a list holds.
    private struct Part: Decodable {
        struct Line: Decodable {
            let `case`: String
        }

        let cases: [Line]
        let next: String?
    }

    private static func part(_ reply: Reply) throws -> Part {
        try JSONDecoder().decode(Part.self, from: Data(reply.body.utf8))
    }

    @Test func theLinkLeadsThroughTheList() async throws {
        let website = try Self.website()
        var path: String? = "/cases?workflow=complaint&limit=2"
        var pages: [[String]] = []
        while let target = path {
            let reply = try await website.send(.get, target)
            #expect(reply.status == 200)
            let part = try Self.part(reply)
            pages.append(part.cases.map(\.case))
            let link = part.next.map { "</cases?workflow=complaint&limit=2&cursor=\($0)>; rel=\"next\"" }
            #expect(reply.header("Link") == link)
            path = reply.header("Link").map { String($0.dropFirst().prefix { $0 != ">" }) }
        }
        #expect(pages == [["a", "b"], ["c"]])
    }

    @Test func aCursorGoesOnWithAnotherLimitButInNoOtherList() async throws {
        let website = try Self.website()
        let cursor = try #require(try Self.part(try await website.send(.get, "/cases?limit=1")).next)
        let rest = try await website.send(.get, "/cases?cursor=\(cursor)&office=&limit=9")
        #expect(try Self.part(rest).cases.map(\.case) == ["b", "c"])
        for path in ["/cases?closed=true&", "/cases?office=kss&", "/queues/office?", "/queues/mine?user=sok&"] {
            let reply = try await website.send(.get, "\(path)cursor=\(cursor)")
            #expect(reply.status == 400)
            #expect(reply.body.contains(#""field":"cursor""#))
        }
    }

    @Test(arguments: ["x", "AAAA", "ü", "%00", "YQpiCmMKZA"])
    func whatIsNoCursorIsRefused(_ cursor: String) async throws {
        let reply = try await Website().send(.get, "/cases?cursor=\(cursor)")
        #expect([400, 422].contains(reply.status))
        #expect(reply.body.contains(#""field":"cursor""#))
    }

    @Test func aCursorOfOneAccountIsNoneOfAnother() async throws {
        var website = try Self.website()
        website.identities = FakeIdentities()
        let first = try await website.send(.get, "/cases?limit=1", headers: SignedInCaseTests.headers("sok", website))
        let cursor = try #require(try Self.part(first).next)
        let path = "/cases?limit=1&cursor=\(cursor)"
        let own = try await website.send(.get, path, headers: SignedInCaseTests.headers("sok", website))
        let other = try await website.send(.get, path, headers: SignedInCaseTests.headers("dara", website))
        #expect(own.status == 200)
        #expect(other.status == 400)
    }
}
