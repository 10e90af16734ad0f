import HTTPTypes

@testable import Redressal
@testable import RedressalWeb

extension FuzzTarget {
    /// Bodies of requests: what is taken is bounded and makes a command, what is not gets a reason.
    static let body = FuzzTarget("http") { bytes in
        do {
            let value = try JSONValue.parse(bytes)
            let body = try JSONObject(
                value,
                allowing: ["workflow", "office", "severity", "fields", "actor", "channel", "subject", "occurred"])
            let command = try Self.command(of: body)
            try Self.check(command)
        } catch let problem as Problem {
            try require(problem.detail?.isEmpty == false, "expected a reason")
            try require(
                (problem.detail?.utf8.count ?? 0) < 4096, "expected a reason that fits a screen: \(problem.code)")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if let seq = try? EntityTag.expected(text) {
            try require(EntityTag.make(seq) == text, "expected one form of each tag but \(text) was taken")
        }
        if let key = try? IdempotencyKey([.idempotencyKey: text]) {
            try require(key.caseID(for: "u").text.utf8.count <= CaseID.longest, "expected an id that fits")
        }
    }

    private static let now = Instant(seconds: 1_775_000_000)

    private static func command(of body: JSONObject) throws(Problem) -> Command {
        let actor = try body.actor(DefinitionCatalog(), as: nil, for: try body.optionalText("office"), at: Self.now)
        let opening = OpenCase(
            workflow: try body.text("workflow"), office: try body.text("office"),
            severity: try body.optionalText("severity"), fields: try body.fields())
        return Command(
            id: CommandID("1"), case: CaseID("c-1"), actor: actor, channel: try body.optionalText("channel") ?? "api",
            occurred: try body.occurred(now: Self.now), request: .open(opening))
    }

    private static func check(_ command: Command) throws {
        try RoundTrip.json(command)
        guard case .open(let opening) = command.request else { return }
        let texts = [
            command.actor.user, command.actor.role, command.channel, opening.workflow, opening.office,
            opening.severity ?? "",
        ]
        for text in texts + Array(opening.fields.keys) {
            // A code point takes up to four bytes.
            try require(
                text.utf8.count <= 4 * JSONObject.longestText,
                "expected a bounded name but found \(text.utf8.count) bytes")
        }
        try require(
            !CanonicalJSON.holdsNUL(try CanonicalJSON.encode(command)), "expected no NUL characters in a command")
        try require(command.occurred <= Self.now, "expected nothing to have happened later than now")
    }
}
