import HTTPTypes
import Redressal
import Testing

/// Reasons and categories are chosen, on the page as before the engine.
@Suite struct ReasonFormTests {
    /// Cannot be granted without a topic; the reason is one of two of the field's three.
    private static let yaml = """
        workflow: wish
        version: 1
        calendar: wall
        initial: [asked]
        roles: [intake]
        fields:
          topic: {type: code, values: [water, road]}
          reason_code: {type: code, values: [cheap, needed, late]}
        states:
          asked: {may_wait_forever: true}
          granted: {final: true}
        actions:
          - do: grant
            from: asked
            to: granted
            by: [intake]
            when: has(topic)
            fields: {topic: optional, reason_code: {required: true, values: [cheap, needed]}}
            emit: WishGranted
        """

    private static func website(_ fields: [String: FieldValue] = [:]) throws -> Website {
        let wish = try #require(WorkflowReader.read(self.yaml, file: "wish.yaml").definition)
        var website = try Website.withPages()
        website.publish = { $0.add(wish) }
        var state = try #require(CaseState.sample(id: CaseID("wish-1")))
        state.workflow = wish.pin
        state.state = "asked"
        state.fields = fields
        website.views.add(state)
        return website
    }

    private static let path = "/console/cases/wish-1"

    @Test func aReasonIsChosenFromThoseOfTheAction() async throws {
        let website = try Self.website(["topic": .string("road")])
        let page = try await website.send(.get, Self.path, headers: website.cookie("sok"))
        #expect(page.body.contains(#"<option value="needed">Needed</option>"#), "\(page.body)")
        #expect(!page.body.contains(#"value="late""#))
        let wrong = try await website.send(
            .post, "\(Self.path)/actions/grant", "key=a1&field.topic=road&field.reason_code=late",
            headers: website.cookie("sok"))
        #expect(wrong.status == 422)
        #expect(wrong.body.contains("Please choose one of these."))
        #expect(website.gateway.drafts.isEmpty)
        let done = try await website.send(
            .post, "\(Self.path)/actions/grant", "key=a1&field.topic=water&field.reason_code=cheap",
            headers: website.cookie("sok"))
        #expect(done.status == 303)
        #expect(
            website.gateway.drafts.first?.command.request.fields
                == ["topic": .string("water"), "reason_code": .string("cheap")])
    }

    @Test func whatTheGuardCannotDoWithoutIsNotCalledOptional() async throws {
        let website = try Self.website(["topic": .string("road")])
        let page = try await website.send(.get, Self.path, headers: website.cookie("sok"))
        #expect(!page.body.contains("(optional)"), "\(page.body)")
        // What the case holds is there already.
        #expect(page.body.contains(#"<option value="road" selected>Road</option>"#))
        let empty = try Self.website()
        let refused = try await empty.send(
            .post, "\(Self.path)/actions/grant", "key=a1&field.reason_code=cheap", headers: empty.cookie("sok"))
        #expect(refused.status == 422)
        #expect(refused.body.contains(#"id="grant-topic-fault""#))
    }
}
