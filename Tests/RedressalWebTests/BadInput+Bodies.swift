extension BadInput {
    /// Bodies that are no JSON, or none that can be taken.
    static let texts: [BadInput] = [
        BadInput("empty", "", 400, "malformed", nil, "expected the body to be JSON but it is not"),
        BadInput(
            "broken off", "{\n\"office\": \"kss\",\n x", 400, "malformed", nil,
            "expected the body to be JSON but it is not: look at line 3, column 2"),
        BadInput(
            "not UTF-8", bytes: Array(#"{"office":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8), 400, "malformed", nil,
            "expected the body to be text in UTF-8 but some of its bytes are not"),
        BadInput(
            "half a pair", #"{"office":"\ud800"}"#, 400, "malformed", nil, "expected the body to be JSON but it is not"),
        BadInput(
            "too deep", String(repeating: "[", count: 2000), 400, "malformed", nil,
            "expected the body to be JSON but it is not: look at line 1, column 514"),
        BadInput(
            "over 1 MiB", "{\"office\":\"" + String(repeating: "x", count: 1 << 20) + "\"}", 413, "body_too_large", nil,
            "expected a body of at most 1048576 bytes but it is longer"),
        BadInput("a list", "[]", 400, "malformed", nil, "expected an object as the body but found a list"),
        BadInput(
            "a member too many", #"{"ofice":"kss"}"#, 400, "malformed", "ofice",
            "expected only workflow, office, severity, fields, actor, channel, subject, occurred in the body but found "
                + "'ofice'"),
    ]

    /// Members that are missing, or not what they should be.
    static let members: [BadInput] = [
        BadInput("no actor", "{}", 400, "malformed", "actor", "expected an object in 'actor' but it is missing"),
        BadInput(
            "actor is text", #"{"actor":"sok"}"#, 400, "malformed", "actor",
            "expected an object in 'actor' but found text"),
        BadInput(
            "no role", #"{"actor":{"user":"sok"}}"#, 400, "malformed", "actor.role",
            "expected text in 'actor.role' but it is missing"),
        BadInput(
            "user is a number", #"{"actor":{"user":7,"role":"intake"}}"#, 400, "malformed", "actor.user",
            "expected text in 'actor.user' but found a whole number"),
        BadInput(
            "user is empty", #"{"actor":{"user":"","role":"intake"}}"#, 400, "malformed", "actor.user",
            "expected text in 'actor.user' but it is empty"),
        BadInput(
            "user with NUL", #"{"actor":{"user":"a\u0000b","role":"intake"}}"#, 422, "invalid", "actor.user",
            "expected text without NUL characters in 'actor.user' but found one"),
        BadInput(
            "user too long", #"{"actor":{"user":"\#(String(repeating: "x", count: 201))","role":"intake"}}"#, 422,
            "too_long", "actor.user", "expected at most 200 characters in 'actor.user' but found 201"),
        BadInput(
            "one character of many marks",
            #"{"actor":{"user":"x\#(String(repeating: "\u{301}", count: 500))","role":"intake"}}"#, 422, "too_long",
            "actor.user", "expected at most 200 characters in 'actor.user' but found 501"),
        BadInput(
            "the engine's role", #"{"actor":{"user":"sok","role":"system"}}"#, 403, "not_this_role", "actor.role",
            "expected a person in 'actor' but 'system' is the engine's own name"),
        BadInput(
            "an unknown member of actor", #"{"actor":{"user":"sok","role":"intake","posts":[]}}"#, 400, "malformed",
            "actor.posts", "expected only user, role, post, on_behalf_of in 'actor' but found 'posts'"),
        BadInput(
            "a role not held", #"{"actor":{"user":"sok","role":"handler"}}"#, 403, "not_this_role", "actor.role",
            "expected 'sok' to hold the role 'handler' but it holds intake"),
        BadInput(
            "an official's role", #"{"actor":{"user":"chan","role":"intake"}}"#, 403, "not_this_role", "actor.role",
            "expected 'chan' to hold the role 'intake' but the account is in no programme"),
        BadInput(
            "a post not held", #"{"actor":{"user":"sok","role":"intake","post":"p2"}}"#, 403, "not_this_role",
            "actor.post", "expected a post that 'sok' holds with the role 'intake' (p0, p1) but found 'p2'"),
        BadInput(
            "no office", #"{ACTOR,"workflow":"w"}"#, 400, "malformed", "office",
            "expected text in 'office' but it is missing"),
        BadInput(
            "null office", #"{ACTOR,"workflow":"w","office":null}"#, 400, "malformed", "office",
            "expected text in 'office' but it is missing"),
        BadInput(
            "no instant", #"{ACTOR,"workflow":"w","office":"o","occurred":"yesterday"}"#, 400, "malformed", "occurred",
            "expected an instant with a zone such as 2026-04-10T09:30:00Z in 'occurred' but found another text"),
        BadInput(
            "the future", #"{ACTOR,"workflow":"w","office":"o","occurred":"2026-04-10T04:31:01Z"}"#, 422, "invalid",
            "occurred", "expected 'occurred' not to lie in the future but it is later than 2026-04-10T04:30:00.000Z"),
    ]

    /// Fields that no case can hold.
    static let fields: [BadInput] = [
        field("a list of fields", "[]", "malformed", "fields", "expected an object in 'fields' but found a list"),
        field(
            "an object", #"{"phone":{"subject":"s","box":"b"}}"#, "malformed", "phone",
            "expected text, a number, true or false, or a list of these in 'phone' but found an object"),
        field(
            "null", #"{"phone":null}"#, "malformed", "phone",
            "expected text, a number, true or false, or a list of these in 'phone' but found null"),
        field(
            "a list in a list", #"{"tags":[["a"]]}"#, "malformed", "tags",
            "expected text, a number, true or false, a list of these in 'tags' but found a list"),
        field(
            "a sealed value in a list", #"{"tags":[{"subject":"s","box":"b"}]}"#, "malformed", "tags",
            "expected text, a number, true or false, a list of these in 'tags' but found an object"),
        field(
            "a number out of range", #"{"cost":1e400}"#, "malformed", "fields.cost",
            "expected a number that fits into 64 bits in 'fields.cost' but found a larger one"),
        field(
            "a number with too many digits", #"{"cnic":12345678901234567890}"#, "malformed", "cnic",
            "expected a number below 2^53 in 'cnic' but found a larger one: send it as text"),
        field(
            "no name", #"{"":1}"#, "malformed", "fields",
            "expected names of 1 to 200 characters in 'fields' but found another"),
        BadInput(
            "NUL", #"{ACTOR,"workflow":"w","office":"o","fields":{"title":"a\u0000"}}"#, 422, "invalid", "title",
            "expected text without NUL characters in 'title' but found one"),
    ]

    private static func field(
        _ name: String, _ json: String, _ code: String, _ field: String, _ detail: String
    ) -> BadInput {
        BadInput(name, #"{ACTOR,"workflow":"w","office":"o","fields":\#(json)}"#, 400, code, field, detail)
    }
}
