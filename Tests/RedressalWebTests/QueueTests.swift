import HTTPTypes
import Redressal
import Testing

@Suite struct QueueTests {
    private static let now = Website.now ?? Instant(seconds: 0)

    @Test func everyQueueIsCountedForWhoHasSignedIn() async throws {
        let website = Website(identities: FakeIdentities())
        website.views.add(try #require(CaseState.sample()))
        let reply = try await website.send(.get, "/queues", headers: SignedInCaseTests.headers("sok", website))
        let names = ["mine", "waiting", "office", "overdue", "orphans", "due-soon"]
        // It lies in an office of theirs, held by a post that is none of theirs.
        let counts = names.map {
            #"{"count":\#(["mine", "waiting"].contains($0) ? 0 : 1),"more":false,"name":"\#($0)"}"#
        }.joined(separator: ",")
        #expect(reply.body == #"{"queues":[\#(counts)]}"#)
        let hidden = ["p0", "p1", "sok"]
        var mine = CaseFilter()
        mine.heldBy = ["sok", "p0", "p1"]
        mine.hiddenRespondents = hidden
        var waiting = CaseFilter()
        waiting.steps = []
        waiting.hiddenRespondents = hidden
        var office = CaseFilter()
        office.offices = ["kss"]
        office.hiddenRespondents = hidden
        var overdue = office
        overdue.overdue = true
        var orphans = office
        orphans.orphans = true
        var soon = office
        soon.dueFrom = Self.now
        soon.dueBefore = Self.now.advanced(bySeconds: 86_400)
        #expect(website.views.filters == [mine, waiting, office, overdue, orphans, soon])
    }

    @Test func whereNobodySignsInTheQueuesAreEverybodysOrTheirsWhoIsNamed() async throws {
        let website = Website()
        let all = try await website.send(.get, "/queues")
        #expect(!all.body.contains("mine"))
        #expect(website.views.filters.allSatisfy { $0.offices == nil && $0.heldBy == nil })
        #expect(try await website.send(.get, "/queues?user=dara").body.contains("mine"))
        let refused = try await website.send(.get, "/queues/mine")
        #expect(refused.status == 400)
        #expect(refused.body.contains(#""field":"user""#))
        #expect(try await website.send(.get, "/queues/mine?user=dara").status == 200)
        #expect(website.views.filters.last?.heldBy == ["dara"])
    }

    @Test func nobodyLooksIntoAnothersQueues() async throws {
        let website = Website(identities: FakeIdentities())
        let headers = SignedInCaseTests.headers("sok", website)
        for path in ["/queues?user=dara", "/queues/mine?user=dara"] {
            let reply = try await website.send(.get, path, headers: headers)
            #expect(reply.status == 403)
            #expect(reply.body.contains("/problems/not_yourself"))
        }
        #expect(try await website.send(.get, "/queues/mine?user=sok", headers: headers).status == 200)
    }

    @Test func thereIsNoOtherQueue() async throws {
        let reply = try await Website().send(.get, "/queues/overdu")
        #expect(reply.status == 404)
        #expect(reply.body.contains("/problems/unknown_queue"))
        #expect(reply.body.contains("did you mean 'overdue'?"))
    }
}
