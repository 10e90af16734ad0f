import HTTPTypes
import Redressal
import Testing

@Suite struct OversightRouteTests {
    private static func duty(_ number: Int) -> EscalationLine {
        EscalationLine(
            id: CaseID("case-\(number)"), seq: 4, reference: "R", workflow: "complaint", state: "triage", office: "kss",
            clock: "state", level: 1, ladder: "std", role: "lead", post: "p0", holder: "sok",
            due: Instant(seconds: 60), raised: Instant(seconds: Int64(100 + number)), acknowledged: nil, ended: nil,
            skipped: [SkippedStep(level: 1, role: "lead", post: "p1", reason: .absent)])
    }

    private static func website(signedIn: Bool = false) -> Website {
        let website = Website(identities: signedIn ? FakeIdentities() : nil)
        var oversight = FakeOversight()
        oversight.escalations = (0..<3).map { Self.duty($0) }
        oversight.voids = (0..<3).map {
            VoidRow(partition: 0, offset: Int64($0), case: nil, seq: nil, reason: .unreadable)
        }
        oversight.parked = ["a", "b", "c"].map {
            VoidRow(partition: 0, offset: 9, case: $0, seq: 2, reason: .gap)
        }
        oversight.standings = [
            PartitionStanding(
                partition: 0, position: 7, epoch: 2, accepted: 5, voided: 1, moved: Instant(seconds: 1), recorded: nil)
        ]
        oversight.plans = [
            JaapPlan(
                plan: "a", sangkat: nil, figures: JaapFigures(actions: 50, completed: 48, withSupervisor: 2)),
            JaapPlan(plan: "b", sangkat: "120802", figures: JaapFigures(actions: 4, completed: 4, withSupervisor: 0)),
        ]
        website.views.tell(oversight)
        return website
    }

    /// Each list, part by part along its links.
    @Test(arguments: ["/escalations?open=false", "/audit/voids", "/audit/parked"])
    func listsGoOnWhereTheyStopped(_ path: String) async throws {
        let website = Self.website()
        let all = try await website.send(.get, path)
        #expect(all.header("Link") == nil)
        var next: String? = path + (path.contains("?") ? "&" : "?") + "limit=1"
        var parts = 0
        while let target = next {
            let reply = try await website.send(.get, target)
            #expect(reply.status == 200)
            parts += 1
            next = reply.header("Link").map { String($0.dropFirst().prefix { $0 != ">" }) }
        }
        #expect(parts == 3)
    }

    @Test func dutiesAreThoseOfWhoAsksAndInTheirSight() async throws {
        let website = Self.website(signedIn: true)
        let headers = SignedInCaseTests.headers("sok", website)
        let reply = try await website.send(.get, "/escalations?holder=me&limit=1", headers: headers)
        #expect(
            reply.body.hasPrefix(
                #"{"escalations":[{"case":"case-0","clock":"state","due":"1970-01-01T00:01:00.000Z","holder":"sok","#
                    + #""ladder":"std","level":1,"office":"kss","post":"p0","raised":"1970-01-01T00:01:40.000Z","#
                    + #""reference":"R","role":"lead","seq":4,"skipped":[{"level":1,"post":"p1","reason":"absent","#
                    + #""role":"lead"}],"state":"triage","workflow":"complaint"}],"next":""#), "\(reply.body)")
        let filter = try #require(website.views.oversight.filters.first)
        #expect(
            filter.holder == "sok" && filter.open && filter.offices == ["kss"] && filter.heldBy == ["sok", "p0", "p1"])
        let nobody = try await Self.website().send(.get, "/escalations?holder=me")
        #expect(nobody.status == 400)
    }

    @Test func onlyAuditorsSeeWhatCountsForNothing() async throws {
        let website = Self.website(signedIn: true)
        for path in ["/audit/voids", "/audit/parked"] {
            let refused = try await website.send(.get, path, headers: SignedInCaseTests.headers("sok", website))
            #expect(refused.status == 403)
            #expect(refused.body.contains("/problems/not_this_role"))
            let seen = try await website.send(.get, path, headers: SignedInCaseTests.headers("vanna", website))
            #expect(seen.status == 200)
        }
        #expect(website.views.oversight.offices == [["kss"], ["kss"]])
    }

    @Test func projectionsTellHowFarTheyAre() async throws {
        let reply = try await Self.website().send(.get, "/projections")
        #expect(
            reply.body
                == #"{"projections":[{"accepted":5,"end":9,"epoch":2,"lag":2,"moved":"1970-01-01T00:00:01.000Z","#
                + #""partition":0,"position":7,"voided":1}]}"#)
    }

    @Test func theBoardIsForEverybodyAndHidesWhatIsSmall() async throws {
        let reply = try await Self.website(signedIn: true).send(.get, "/boards/jaap")
        #expect(reply.status == 200)
        let figures = #"{"actions":50,"completed":48,"percent":96,"with_supervisor":2}"#
        #expect(
            reply.body
                == #"{"plans":[{"figures":\#(figures),"plan":"a"},{"plan":"b","sangkat":"120802"}],"smallest_group":5,"#
                + #""total":\#(figures)}"#)
    }
}
