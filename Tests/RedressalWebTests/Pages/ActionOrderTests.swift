import HTTPTypes
import Redressal
import Testing

/// What comes first on the page of a case, and what is folded away.
@Suite struct ActionOrderTests {
    private static let yaml = """
        workflow: wish
        version: 1
        calendar: wall
        initial: [asked]
        total: {within: 10d, chain: none, remind: [80%]}
        roles: [intake, agent]
        fields:
          note: {type: string}
        states:
          asked: {may_wait_forever: true, waits_for: [intake], shows: [note]}
          later: {may_wait_forever: true, waits_for: [agent]}
          granted: {final: true}
        actions:
          - {do: give_up, title: Give up, from: [asked, later], to: granted, by: [intake], fields: {note: required}, rare: true, emit: WishGivenUp}
          - {do: remark, title: Remark, from: [asked, later], to: $same, by: [intake], fields: {note: required}, emit: WishRemarked}
          - {do: grant, title: Grant, from: asked, to: later, by: [intake], emit: WishGranted}
          - {do: do_it, title: Do it, from: later, to: granted, by: [agent], emit: WishDone}
          - {do: explain, title: Explain, from: later, to: $same, by: [intake], fields: {note: required}, rare: true, owed: {after: 80%, of: total}, emit: WishExplained}
        """

    private static func page(in state: String, _ website: Website) async throws -> String {
        try await website.send(.get, "/console/cases/wish-1", headers: website.cookie("sok")).body
    }

    private static func website(in place: String, _ change: (inout CaseState) -> Void = { _ in }) throws -> Website {
        let wish = try #require(WorkflowReader.read(self.yaml, file: "wish.yaml").definition)
        var website = try Website.withPages()
        website.publish = { $0.add(wish) }
        var state = try #require(CaseState.sample(id: CaseID("wish-1")))
        state.workflow = wish.pin
        state.state = place
        state.fields = ["note": .string("A ramp")]
        change(&state)
        website.views.add(state)
        return website
    }

    /// The places of some texts in a page, which has each of them.
    private static func places(_ texts: [String], in page: String) throws -> [String.Index] {
        try texts.map { try #require(page.firstRange(of: $0), "expected '\($0)' in \(page)").lowerBound }
    }

    @Test func whatTheCaseWaitsForComesFirstAndOpen() async throws {
        let page = try await Self.page(in: "asked", Self.website(in: "asked"))
        let places = try Self.places(
            [
                #"<details name="action" id="action-grant" open>"#, #"<details name="action" id="action-remark">"#,
                #"<details class="rare">"#, #"<details name="action" id="action-give_up">"#,
            ], in: page)
        #expect(places == places.sorted())
        #expect(page.contains(#"Rarely needed <span class="hint">Give up</span>"#))
    }

    @Test func whereItIsNotTheReadersTurnNothingIsOpen() async throws {
        let page = try await Self.page(in: "later", Self.website(in: "later"))
        #expect(!page.contains(#" open>"#), "\(page)")
        #expect(page.contains("action-remark"))
    }

    @Test func whatIsOwedIsSaidAndComesFirstThoughItIsRare() async throws {
        let soon = TimerID(clock: .total, kind: .reminder, mark: 80)
        var website = try Self.website(in: "later") { state in
            state.clocks[.total] = state.clocks[.state]
            state.timers.append(ArmedTimer(id: soon, generation: 1, due: Instant(seconds: 1_775_827_200)))
        }
        let early = try await Self.page(in: "later", website)
        #expect(!early.contains("Due now"))
        website = try Self.website(in: "later") { $0.clocks[.total] = $0.clocks[.state] }
        let page = try await Self.page(in: "later", website)
        let places = try Self.places(
            [
                "Due now: Explain. 80 % of the time is used up (Whole case).",
                #"<details name="action" id="action-explain" open>"#,
                #"<details name="action" id="action-remark">"#, #"<details class="rare">"#,
            ], in: page)
        #expect(places == places.sorted())
        #expect(page.ranges(of: "id=\"action-explain\"").count == 1)
    }

    @Test func whatIsWrongWithARareOneIsSeen() async throws {
        let website = try Self.website(in: "asked")
        let reply = try await website.send(
            .post, "/console/cases/wish-1/actions/give_up", "key=a1", headers: website.cookie("sok"))
        #expect(reply.status == 422)
        #expect(reply.body.contains(#"<details class="rare" open>"#), "\(reply.body)")
        #expect(reply.body.contains(#"id="action-give_up" open>"#))
        #expect(reply.body.contains(#"<details name="action" id="action-grant">"#))
    }

    @Test func theAddressOfAnActionLeadsBackToTheCase() async throws {
        let website = try Self.website(in: "asked")
        let reply = try await website.send(
            .get, "/console/cases/wish-1/actions/grant", headers: website.cookie("sok"))
        #expect(reply.status == 303)
        #expect(reply.header("Location")?.hasPrefix("/console/cases/") == true)
        let hidden = try await website.send(.get, "/console/cases/none/actions/x", headers: website.cookie("sok"))
        #expect(hidden.status == 404)
    }

    @Test func whatWasDoneIsSaidUntilSomethingElseHappens() async throws {
        let website = try Self.website(in: "asked")
        let path = "/console/cases/wish-1?done=remark&seq="
        let fresh = try await website.send(.get, path + "2", headers: website.cookie("sok"))
        #expect(fresh.body.contains("Done: Remark"), "\(fresh.body)")
        let old = try await website.send(.get, path + "1", headers: website.cookie("sok"))
        #expect(!old.body.contains("Done: Remark"))
    }

    @Test func linesSayWhatACaseIsAbout() async throws {
        let website = try Self.website(in: "asked")
        let page = try await website.send(.get, "/console/queues/office", headers: website.cookie("sok"))
        #expect(page.body.contains(#"<span class="kind">Wish: A ramp</span>"#), "\(page.body)")
        let other = try Self.website(in: "later")
        let plain = try await other.send(.get, "/console/queues/office", headers: other.cookie("sok"))
        #expect(plain.body.contains(#"<span class="kind">Wish</span>"#), "\(plain.body)")
    }
}
