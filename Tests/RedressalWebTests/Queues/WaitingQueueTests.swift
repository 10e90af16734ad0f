import HTTPTypes
import Redressal
import Testing

/// What waits for somebody's word, over HTTP and as a page.
@Suite struct WaitingQueueTests {
    private static let now = Website.now ?? Instant(seconds: 0)
    private static let step = CaseStep(office: "kss", workflow: "wish", state: "proposed")

    /// What is proposed waits for intake, where Sok sits, with cost and reason.
    private static let wish = WorkflowDefinition(
        name: "wish", version: 1, title: "Wish", calendar: .named("wall"), initialStates: ["proposed"],
        states: [
            State(
                name: "proposed", waitsFor: ["intake"], shows: ["what", "cost", "reason", "secret"]),
            State(name: "granted", final: .closed),
        ],
        actions: [
            Action(name: "grant", from: ["proposed"], to: .state("granted"), by: ["intake"], emit: "WishGranted")
        ],
        roles: ["intake"],
        fields: [
            Field(name: "what", title: "What it is", type: .string), Field(name: "cost", type: .money),
            Field(name: "reason", type: .code), Field(name: "secret", type: .string),
        ], contentHash: "wish")

    private static func website() throws -> Website {
        var website = try Website.withPages()
        website.publish = { $0.add(Self.wish) }
        return website
    }

    /// A wish that came in days ago.
    private static func add(_ id: String, days: Int64, to website: Website) throws {
        var state = try #require(CaseState.sample(id: CaseID(id)))
        state.workflow = Self.wish.pin
        state.state = "proposed"
        state.since = Self.now.advanced(bySeconds: -days * 86_400 - 60)
        state.fields = [
            "what": .string("A ramp <wide>"), "cost": .string("6450.00 USD"), "reason": .string("beyond_means"),
            "secret": .sealed(SealedValue(subject: "person-1", box: "c2VjcmV0")),
        ]
        website.views.add(state)
    }

    @Test func whatWaitsIsAnsweredWithSinceWhenAndWhatTheWorkflowShows() async throws {
        let website = try Self.website()
        try Self.add("wish-1", days: 12, to: website)
        let reply = try await website.send(
            .get, "/queues/waiting", headers: SignedInCaseTests.headers("sok", website))
        #expect(reply.status == 200)
        let shows = #""shows":{"cost":"6450.00 USD","reason":"beyond_means","what":"A ramp <wide>"}"#
        #expect(reply.body.contains(shows), "\(reply.body)")
        #expect(reply.body.contains(#""since":"2026-03-29T04:29:00.000Z""#), "\(reply.body)")
        #expect(website.views.filters.last?.steps == [Self.step])
    }

    @Test func otherQueuesAreAnsweredWithoutThat() async throws {
        let website = try Self.website()
        try Self.add("wish-1", days: 12, to: website)
        let reply = try await website.send(.get, "/queues/office", headers: SignedInCaseTests.headers("sok", website))
        #expect(!reply.body.contains("shows") && !reply.body.contains("since"))
        #expect(website.views.takeQuestions()["glances"] == nil)
    }

    @Test func thePageSaysHowLongAndForWhat() async throws {
        let website = try Self.website()
        try Self.add("wish-1", days: 12, to: website)
        try Self.add("wish-2", days: 0, to: website)
        let page = try await website.send(.get, "/console/queues/waiting", headers: website.cookie("sok"))
        #expect(page.status == 200)
        for words in [
            "Waiting for you", "A ramp &lt;wide&gt;", "6450.00 USD", "Beyond means", "What it is:",
            "12 days, since Sun 29 Mar, 04:29", "less than a day, since", "Wish: Proposed",
        ] {
            #expect(page.body.contains(words), "expected '\(words)' in \(page.body)")
        }
        #expect(!page.body.contains("c2VjcmV0"))
        #expect(website.views.takeQuestions()["glances"] == 1)
    }

    @Test func theCasePageSaysWhoseTurnItIs() async throws {
        let website = try Self.website()
        try Self.add("wish-1", days: 12, to: website)
        let page = try await website.send(.get, "/console/cases/wish-1", headers: website.cookie("sok"))
        #expect(page.body.contains("<strong>Waiting for:</strong> the next step, by you, intake (kss)"), "\(page.body)")
        let other = try Website.withPages()
        let id = other.addPetition()
        let silent = try await other.send(.get, "/console/cases/\(id)", headers: other.cookie("sok"))
        #expect(silent.status == 200)
        #expect(!silent.body.contains("Waiting for:"))
    }

    @Test func peopleArriveWhereThereIsSomethingToDo() async throws {
        let website = try Self.website()
        let empty = try await website.send(.get, "/console", headers: website.cookie("sok"))
        #expect(empty.body.contains("<h1>My offices</h1>"), "\(empty.body)")
        try Self.add("wish-1", days: 12, to: website)
        let waiting = try await website.send(.get, "/console", headers: website.cookie("sok"))
        #expect(waiting.body.contains("<h1>Waiting for you</h1>"), "\(waiting.body)")
        var own = try #require(CaseState.sample(id: CaseID("held-1")))
        own.assignee = Assignee(user: "sok")
        website.views.add(own)
        let held = try await website.send(.get, "/console", headers: website.cookie("sok"))
        #expect(held.body.contains("<h1>Mine</h1>"), "\(held.body)")
    }

    @Test func whoseTurnItNeverIsHasNoSuchTab() async throws {
        let website = try Website.withPages()
        try Self.add("wish-1", days: 1, to: website)
        let page = try await website.send(.get, "/console", headers: website.cookie("sok"))
        #expect(page.status == 200)
        #expect(!page.body.contains("/console/queues/waiting"))
        let own = try Self.website()
        let offered = try await own.send(.get, "/console", headers: own.cookie("sok"))
        #expect(offered.body.contains("/console/queues/waiting"))
    }
}
