import HTTPTypes
import Redressal
import Testing

@testable import RedressalWeb

/// Many cases that are written down one after another from another case's page.
@Suite struct SpawnedCaseTests {
    private static let crate = CaseID("crate-1")
    private static let path = "/console/cases/crate-1/actions/register"

    /// A crate of petitions: what a slip says goes to a petition, as does whose it is.
    private static let workflow = WorkflowDefinition(
        name: "crate", version: 1, calendar: .named("wall"), initialStates: ["received"],
        states: [State(name: "received"), State(name: "closed", final: .closed)],
        actions: [
            Action(
                name: "register", from: ["received"], to: .same, by: ["intake"],
                fields: [
                    FieldUse(name: "what", isRequired: true), FieldUse(name: "tongue", isRequired: true),
                    FieldUse(name: "who", isRequired: true),
                ], emit: "SlipRegistered",
                effects: Action.Effects(
                    spawn: Spawn(
                        workflow: "petition", relation: "slip", fields: ["what": "what", "who": "who"], of: "counted"))),
            Action(name: "shut", from: ["received"], to: .state("closed"), by: ["intake"], emit: "CrateShut"),
        ],
        roles: ["intake"],
        fields: [
            Field(name: "counted", type: .integer), Field(name: "place", type: .string, isRequired: true),
            Field(name: "what", type: .text, passes: true),
            Field(name: "tongue", type: .code, values: ["ur", "ps"], passes: true),
            Field(name: "who", type: .reference, passes: true),
        ], contentHash: "c")

    /// A website with a crate of which so many are registered, the last one by the form with the key `s1`.
    private static func website(registered: Int = 1) throws -> Website {
        var website = try Website.withPages()
        let publish = website.publish
        website.publish = { catalog in
            publish(&catalog)
            catalog.add(Self.workflow)
        }
        let opened = CaseOpened(
            reference: TrackingReference.make(for: Self.crate), state: "received", office: "kss", severity: nil,
            fields: ["counted": .integer(14)], assignee: nil, parent: nil, historical: false)
        let command = try IdempotencyKey(form: "s1").commandID(for: "sok", on: Self.crate)
        let links = (0..<registered).map { number -> CaseEvent in
            let link = CaseLink(relation: "slip", workflow: "petition", case: CaseID("slip-\(number)"))
            return .caseLinked(CaseLinked(link: link, state: number == 0 ? "closed" : nil))
        }
        let now = try #require(Website.now)
        website.views.add(
            ([.caseOpened(opened)] + links).enumerated().map { index, event in
                EventRecord(
                    case: Self.crate, seq: index + 1, prev: .none, epoch: 1,
                    command: index == registered ? command : CommandID("c\(index)"), request: "",
                    workflow: Self.workflow.pin, actor: Actor(user: "sok", role: "intake"), channel: "console",
                    occurred: now, recorded: now, event: event)
            })
        return website
    }

    @Test func afterOneSlipTheSameFormIsThereForTheNext() async throws {
        let website = try Self.website(registered: 7)
        let page = try await website.send(.get, "/console/cases/crate-1", headers: website.cookie("sok"))
        #expect(page.body.contains("7 of 14 registered"))
        #expect(!page.body.contains("field.who"))
        let reply = try await website.send(
            .post, Self.path, "key=s1&field.what=parched&field.tongue=ur", headers: website.cookie("sok"))
        #expect(reply.status == 200)
        let slip = CaseID("slip-6")
        #expect(reply.body.contains(Website.receipts.pin(of: slip)))
        #expect(reply.body.contains("/console/cases/\(TrackingReference.make(for: slip))"))
        #expect(reply.body.contains("<details name=\"action\" id=\"action-register\" open>"))
        #expect(reply.body.contains("<option value=\"ur\" selected>"))
        #expect(!reply.body.contains("parched"))
        let command = try #require(website.gateway.drafts.first?.command)
        #expect(command.request.fields["who"] == .string(Citizen.account(of: command.id)))
        #expect(command.request.fields["what"] == .string("parched"))
    }

    @Test func aFormSentTwiceShowsTheReceiptAgainAndRegistersNothing() async throws {
        let website = try Self.website()
        website.views.finish(try IdempotencyKey(form: "s1").commandID(for: "sok", on: Self.crate))
        let reply = try await website.send(
            .post, Self.path, "key=s1&field.what=parched&field.tongue=ur", headers: website.cookie("sok"))
        #expect(reply.status == 200)
        #expect(reply.body.contains(Website.receipts.pin(of: CaseID("slip-0"))))
        #expect(website.gateway.drafts.isEmpty)
    }

    @Test func whatIsMissingIsSaidAtTheFormAndNobodyGetsAReceipt() async throws {
        let website = try Self.website()
        let reply = try await website.send(
            .post, Self.path, "key=s2&field.what=parched", headers: website.cookie("sok"))
        #expect(reply.status == 422)
        #expect(reply.body.contains("id=\"register-tongue-fault\""))
        #expect(!reply.body.contains(Website.receipts.pin(of: CaseID("slip-0"))))
        #expect(website.gateway.drafts.isEmpty)
    }

    @Test func aPetitionLeadsBackToItsCrate() async throws {
        let website = try Self.website()
        guard var petition = CaseState.sample(id: CaseID("slip-0")) else { return }
        petition.workflow = Website.petition.pin
        petition.parent = CaseLink(relation: "slip", workflow: "crate", case: Self.crate)
        website.views.add(petition)
        let reply = try await website.send(.get, "/console/cases/slip-0", headers: website.cookie("sok"))
        #expect(
            reply.body.contains("From: Crate <a href=\"/console/cases/\(TrackingReference.make(for: Self.crate))\">"))
    }

    @Test func whatAnOfficeOpensForItselfHasNoReceipt() async throws {
        let website = try Self.website()
        let form = try await website.send(
            .get, "/console/register?workflow=crate&office=kss", headers: website.cookie("sok"))
        #expect(form.body.contains("field.place"))
        #expect(!form.body.contains("name=\"channel\""))
        #expect(!form.body.contains("field.what"))
        let reply = try await website.send(
            .post, "/console/register", "key=r1&workflow=crate&office=kss&field.place=gate&channel=box",
            headers: website.cookie("sok"))
        #expect(reply.status == 303)
        let command = try #require(website.gateway.drafts.first?.command)
        #expect(command.channel == "console")
        #expect(command.actor.onBehalfOf == nil)
        #expect(reply.header("Location") == "/console/cases/\(TrackingReference.make(for: command.case))?seq=3")
    }
}
