import RedressalTesting

/// A request over HTTP that must be refused.
struct WrongRequest {
    let name: String
    let path: String
    let body: [UInt8]
    let headers: [String: String]
    let status: Int
    let words: [String]

    private init(
        _ name: String, _ path: String, _ body: some Sequence<UInt8>, headers: [String: String] = [:], _ status: Int,
        _ words: String...
    ) {
        self.name = name
        self.path = path
        self.body = Array(body)
        self.headers = headers
        self.status = status
        self.words = words
    }

    private static func opening(summary: String, more: String = "") -> String {
        """
        {"workflow": "complaint", "office": "kp-bhu-1", "actor": {"user": "u-281", "role": "complainant"},
         "fields": {"language": "en", "summary": "\(summary)"\(more)}}
        """
    }

    private static func note(_ text: String, by user: String = "u-206", as role: String = "triage_officer") -> String {
        #"{"actor": {"user": "\#(user)", "role": "\#(role)"}, "fields": {"note": "\#(text)"}}"#
    }

    private static func letters(_ count: Int) -> String { String(repeating: "a", count: count) }

    static func all(_ bench: ComplaintBench) -> [WrongRequest] { self.texts(bench) + self.others(bench) }

    private static func texts(_ bench: ComplaintBench) -> [WrongRequest] {
        let secret = ComplaintBench.secret
        return [
            WrongRequest("NUL", "/cases", self.opening(summary: "\(secret)\\u0000").utf8, 422, "NUL", "summary"),
            WrongRequest(
                "invalid UTF-8", "/cases", Array(self.opening(summary: "Caf").utf8) + [0xE9, 0xFF], 400, "malformed"),
            WrongRequest(
                "invalid UTF-8 inside a text", "/cases",
                Array(#"{"workflow": "complaint", "office": ""#.utf8) + [0xE9] + Array(#""}"#.utf8), 400, "malformed"),
            WrongRequest(
                "1 MB of text", "/cases", self.opening(summary: self.letters(1 << 20)).utf8, 413, "body_too_large",
                "1048576"),
            WrongRequest(
                "a text longer than its field", "/cases", self.opening(summary: self.letters(8001)).utf8, 422, "8000",
                "summary"),
            WrongRequest(
                "unknown field", "/cases", self.opening(summary: "x", more: #", "sumary": "\#(secret)""#).utf8, 422,
                "unknown_field", "sumary"),
            WrongRequest(
                "wrong type of what is personal", "/cases",
                self.opening(summary: "x", more: #", "sex": "banana""#).utf8, 422, "sex"),
            WrongRequest(
                "wrong type", "/cases", self.opening(summary: "x", more: #", "anonymous": "perhaps""#).utf8, 422,
                "wrong_type", "anonymous"),
            WrongRequest(
                "a text for a case that does not exist",
                "/cases/00000000-0000-8000-8000-000000000000/actions/add_note", self.note(secret).utf8, 404,
                "unknown_case"),
            WrongRequest(
                "a text for a workflow that does not exist", "/cases",
                self.opening(summary: secret).replacing("\"complaint\"", with: "\"complant\"").utf8, 422,
                "unknown_workflow"),
        ]
    }

    private static func others(_ bench: ComplaintBench) -> [WrongRequest] {
        [
            WrongRequest("no JSON", "/cases", "{".utf8, 400, "malformed"),
            WrongRequest(
                "stale", "/cases/\(bench.received)/actions/add_note", self.note("x").utf8,
                headers: ["If-Match": "\"1\""], 412, "stale"),
            WrongRequest(
                "the same person", "/cases/\(bench.proposed)/actions/approve",
                #"{"actor": {"user": "u-241", "role": "triage_officer"}}"#.utf8, 403, "same_person"),
            WrongRequest(
                "a role not held", "/cases/\(bench.proposed)/actions/approve",
                #"{"actor": {"user": "u-221", "role": "triage_officer"}}"#.utf8, 403, "not_this_role", "u-221"),
            WrongRequest(
                "another office's post", "/cases/\(bench.received)/actions/set_severity",
                #"{"actor": {"user": "u-241", "role": "triage_officer"}, "fields": {"severity": "urgent", "reason_code": "x"}}"#
                    .utf8, 403, "outside_jurisdiction", "kp-bhu-1"),
            WrongRequest(
                "a time before the case", "/cases/\(bench.received)/actions/acknowledge",
                #"{"actor": {"user": "u-205", "role": "intake"}, "occurred": "2019-01-01T00:00:00Z"}"#.utf8, 422,
                "out_of_order", "2019-01-01"),
            WrongRequest(
                "merged into a case that is not there", "/cases/\(bench.proposed)/actions/merge",
                #"{"actor": {"user": "u-206", "role": "triage_officer"}, "fields": {"duplicate_of": "WRBP-22SJ-2ZSM"}}"#
                    .utf8, 404, "unknown_case", "duplicate_of"),
            WrongRequest(
                "somebody else's complaint", "/cases/\(bench.received)/actions/withdraw",
                #"{"actor": {"user": "u-282", "role": "complainant"}, "fields": {"withdrawal_statement": "x"}}"#.utf8,
                403, "not_a_party", "complainant_ref"),
            WrongRequest(
                "not in this state", "/cases/\(bench.received)/actions/confirm",
                #"{"actor": {"user": "u-281", "role": "complainant"}}"#.utf8, 409, "not_in_this_state", "received"),
            WrongRequest(
                "the engine's own name", "/cases/\(bench.received)/actions/acknowledge",
                #"{"actor": {"user": "system", "role": "system"}}"#.utf8, 403, "system"),
        ]
    }
}
