import HTTPTypes
import Redressal
import Testing

@testable import RedressalWeb

/// One action on many cases, as somebody asks for it and somebody else approves it (story S5).
@Suite struct BulkTests {
    private static let order =
        #"{"workflow": "watched", "state": "closed", "action": "reopen", "inputs": {"ground": "disputed"}, "#
        + #""happened": "Closed", "reason": "They said no"}"#

    private static func asked(_ website: Website, by account: String = "lina") async throws -> String {
        var headers = website.bearer(account)
        headers[.idempotencyKey] = "o1"
        let reply = try await website.send(.post, "/bulk", Self.order, headers: headers)
        #expect(reply.status == 202, "\(reply.body)")
        return try #require(reply.header("Location"))
    }

    @Test func askingTwiceUnderOneKeyAsksOnce() async throws {
        let website = try Website.supervised()
        let place = try await Self.asked(website)
        #expect(try await Self.asked(website) == place)
        let order = try #require(website.bulk?.all.first)
        #expect(website.bulk?.all.count == 1)
        #expect(order.order.inputs == ["ground": .string("disputed")])
        #expect(order.standing == .counting)
        var headers = website.bearer("lina")
        headers[.idempotencyKey] = "o1"
        let other = try await website.send(
            .post, "/bulk", Self.order.replacing("They", with: "We"), headers: headers)
        #expect(other.status == 409)
    }

    @Test func aSecondPersonApprovesAndNeverWhoAsked() async throws {
        let website = try Website.supervised()
        let place = try await Self.asked(website)
        let early = try await website.send(.post, "\(place)/approve", headers: website.bearer("chan"))
        #expect(early.status == 409)
        let id = String(place.dropFirst("/bulk/".count))
        website.bulk?.preview(id, [BulkRequest.Count(fate: .taken, reason: nil, cases: 3)])
        let own = try await website.send(.post, "\(place)/approve", headers: website.bearer("lina"))
        #expect(own.status == 403)
        #expect(own.body.contains("/problems/same_person"))
        let clerk = try await website.send(.post, "\(place)/approve", headers: website.bearer("sok"))
        #expect(clerk.status == 404)
        let chief = try await website.send(.post, "\(place)/approve", headers: website.bearer("chan"))
        #expect(chief.status == 200)
        #expect(chief.body.contains(#""approved_by":"chan""#))
        #expect(chief.body.contains(#""standing":"running""#))
        let ended = try await website.send(.post, "\(place)/cancel", headers: website.bearer("lina"))
        #expect(ended.body.contains(#""standing":"cancelled""#))
    }

    @Test(arguments: [
        (#""action": "reopen""#, #""action": "none""#, 404, "unknown_action"),
        (#""ground": "disputed""#, #""note": "x""#, 422, "wrong_type"),
        (#""inputs": {"ground": "disputed"}"#, #""inputs": {}"#, 422, "missing_field"),
        (#""state": "closed""#, #""state": "gone""#, 422, "unknown_state"),
        (#""reason": "They said no""#, #""channel": "x""#, 400, "malformed"),
    ])
    func whatCannotBeAskedForIsRefused(_ part: String, _ other: String, _ status: Int, _ code: String) async throws {
        let website = try Website.supervised()
        let reply = try await website.send(
            .post, "/bulk", Self.order.replacing(part, with: other), headers: website.bearer("lina"))
        #expect(reply.status == status, "\(reply.body)")
        #expect(reply.body.contains("/problems/\(code)"))
        let clerk = try await website.send(.post, "/bulk", Self.order, headers: website.bearer("sok"))
        #expect(clerk.status == 403)
        #expect(website.bulk?.all.isEmpty == true)
    }

    @Test func casesAreListedPartByPart() async throws {
        let website = try Website.supervised()
        let place = try await Self.asked(website)
        let first = try await website.send(.get, "\(place)/cases?limit=2", headers: website.bearer("lina"))
        let next = try #require(first.header("Link")).dropFirst().prefix { $0 != ">" }
        let rest = try await website.send(.get, String(next), headers: website.bearer("lina"))
        #expect(rest.body == #"{"cases":[{"case":"case-3","fate":"taken","number":3}]}"#)
    }

    @Test func thePagesLeadFromTheFormToTheSecondPerson() async throws {
        let website = try Website.supervised()
        let list = try await website.send(.get, "/console/supervision/bulk", headers: website.cookie("lina"))
        #expect(list.body.contains("/console/supervision/bulk/new?workflow=watched&amp;action=reopen"), "\(list.body)")
        let form = try await website.send(
            .get, "/console/supervision/bulk/new?workflow=watched&action=reopen", headers: website.cookie("lina"))
        #expect(form.body.contains("name=\"what.field.ground\""))
        let filled = "key=b1&workflow=watched&action=reopen&state=closed&what.field.ground=disputed"
        let bare = try await website.send(
            .post, "/console/supervision/bulk", filled, headers: website.cookie("lina"))
        #expect(bare.status == 422)
        #expect(bare.body.contains("Please say why."))
        let sent = try await website.send(
            .post, "/console/supervision/bulk", filled + "&reason=No", headers: website.cookie("lina"))
        let place = try #require(sent.header("Location"))
        let order = try #require(website.bulk?.all.first)
        #expect(order.order.inputs == ["ground": .string("disputed")])
        #expect(order.order.fields.isEmpty)
        website.bulk?.preview(
            order.id,
            [
                BulkRequest.Count(fate: .leftOut, reason: "guard_failed", cases: 2),
                BulkRequest.Count(fate: .leftOut, reason: "no_deadline", cases: 1),
                BulkRequest.Count(fate: .taken, reason: nil, cases: 3),
            ])
        let own = try await website.send(.get, place, headers: website.cookie("lina"))
        #expect(own.body.contains("You cannot approve it:"))
        #expect(!own.body.contains("\(place)/approve"))
        #expect(own.body.contains("What the rules ask for does not hold."))
        #expect(own.body.contains("None of its deadlines moves."))
        let second = try await website.send(.get, place, headers: website.cookie("chan"))
        #expect(second.body.contains("\(place)/approve"))
        let approved = try await website.send(.post, "\(place)/approve", "", headers: website.cookie("chan"))
        #expect(approved.status == 303)
        #expect(website.bulk?.all.first?.standing == .running)
    }
}
