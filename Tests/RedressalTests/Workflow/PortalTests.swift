import Redressal
import Testing

/// What the public pages ask and tell.
@Suite struct PortalTests {
    private static func read(_ portal: String) -> WorkflowReading {
        WorkflowReader.read(
            """
            workflow: small
            version: 1
            calendar: wall
            initial: open
            roles: [citizen]
            fields: {what: {type: text, required: true}, answer: text}
            \(portal)
            states: {open: {sla: 1d, chain: none}, done: {final: true}}
            actions: [{do: finish, from: open, to: done, by: citizen, emit: SmallFinished}]
            """, file: "small.yaml")
    }

    @Test func fieldsAreAskedInTheirOrder() throws {
        let portal = try #require(Self.read("portal: {ask: [answer, what], tell: answer}").definition?.portal)
        #expect(portal.ask == ["answer", "what"])
        #expect(portal.tell == ["answer"])
        #expect(Self.read("").definition?.portal == nil)
    }

    @Test(arguments: [
        ("portal: {ask: [answer]}", "small.yaml:7:15: error: expected 'what' among what is asked"),
        ("portal: {tell: [answer]}", "expected the key 'ask'"),
        ("portal: {ask: [waht]}", "did you mean 'what'?"), ("portal: {ask: [what], say: [what]}", "found 'say'"),
    ])
    func faultsAreNamed(_ portal: String, _ message: String) {
        let findings = Self.read(portal).findings
        #expect(findings.contains { "\($0)".contains(message) }, "\(findings)")
    }
}
