import HTTPTypes
import Redressal
import RedressalWeb
import Testing

/// What pages show of a petition that went on in a lane: to its own people, and to the office that had it.
@Suite struct HandedOverPageTests {
    private static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

    /// Where it goes on: its own people may end it.
    private static let plight = WorkflowDefinition(
        name: "plight", version: 1, calendar: .named("wall"), initialStates: ["disclosed"],
        states: [State(name: "disclosed", title: "Safety is being checked"), State(name: "ended", final: .closed)],
        actions: [
            Action(
                name: "end_it", title: "End it all", from: ["disclosed"], to: .state("ended"), by: ["teller"],
                emit: "PlightEnded")
        ],
        roles: ["teller"], parties: ["teller": "who"], fields: [Field(name: "who", type: .reference)], lane: "quiet",
        contentHash: "q")

    /// - Returns: The website, and the petition that was handed over.
    private static func website() throws -> (Website, CaseID) {
        var website = try Website.withPages()
        let publish = website.publish
        website.publish = { catalog in
            publish(&catalog)
            catalog.add(Self.plight)
        }
        let id = CaseID("petition-1")
        var petition = try #require(CaseState.sample(id: id))
        var plight = try #require(CaseState.sample(id: CaseID("plight-1")))
        petition.workflow = Website.petition.pin
        petition.reference = TrackingReference.make(for: id)
        petition.state = "closed"
        petition.fields = ["who": .string("citizen-1"), "reply": .string("told-to-them")]
        petition.apply(Self.tie(of: petition, to: plight.id), hash: .none)
        plight.workflow = Self.plight.pin
        plight.state = "disclosed"
        plight.office = "elsewhere"
        plight.fields = ["who": .string("citizen-1")]
        website.views.add(petition)
        website.views.add(plight)
        return (website, id)
    }

    private static func tie(of petition: CaseState, to plight: CaseID) -> EventRecord {
        let link = CaseLink(relation: "went_on", workflow: "plight", case: plight)
        return EventRecord(
            case: petition.id, seq: petition.seq + 1, prev: .none, epoch: 1, command: CommandID("c"), request: "",
            workflow: petition.workflow, actor: .system, channel: "web", occurred: petition.touched,
            recorded: petition.touched, event: .caseLinked(CaseLinked(link: link, state: nil)))
    }

    @Test func itsOwnPeopleAreToldWhereItIsAndNothingOfIt() async throws {
        let (website, id) = try Self.website()
        let page = try await website.visit(id)
        #expect(page.status == 200)
        #expect(page.body.contains("people trained for such matters"))
        #expect(page.body.contains(TrackingReference.make(for: id)))
        for word in ["told-to-them", "Safety is being checked", "plight-1", "citizen-1"] {
            #expect(!page.body.contains(word), "\(word)")
        }
    }

    @Test func whatIsLeftToThemIsDoneToTheCaseInTheLane() async throws {
        let (website, id) = try Self.website()
        #expect(try await website.visit(id).body.contains("/track/case/actions/end_it"))
        var headers = Self.form
        headers[.cookie] = try await website.visitCookie(id)
        let done = try await website.send(.post, "/track/case/actions/end_it", "key=k1", headers: headers)
        #expect(done.status == 303)
        let command = try #require(website.gateway.drafts.last?.command)
        #expect(command.case == CaseID("plight-1") && command.actor == Actor(user: "citizen-1", role: "teller"))
        let refused = try await website.send(.post, "/track/case/actions/confirm", "key=k2", headers: headers)
        #expect(refused.status == 409 && website.gateway.drafts.count == 1)
    }

    /// Found by its number, the words of any case that others have now; opened, nothing.
    @Test func whoHadItFindsALineThatLeadsNowhere() async throws {
        let (website, id) = try Self.website()
        let reference = TrackingReference.make(for: id)
        let secret = try #require(website.identities?.secret(of: "sok"))
        let headers: HTTPFields = [.cookie: "redressal=\(secret.cookie(Website.key))"]
        let found = try await website.send(.get, "/console/find?q=\(reference)", headers: headers)
        #expect(found.status == 200)
        #expect(found.body.contains("\(reference): Transferred.") && !found.body.contains("Closed"))
        #expect(!found.body.contains("/console/cases/\(reference)"))
        for path in ["/console/cases/\(reference)", "/cases/\(id)", "/cases/plight-1", "/console/cases/plight-1"] {
            #expect(try await website.send(.get, path, headers: headers).status == 404, "\(path)")
        }
    }
}
