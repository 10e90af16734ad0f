import HTTPTypes
import Hummingbird
import Redressal
import Testing

@Suite struct ProblemTests {
    private static let body = #"{"actor":{"user":"sok","role":"intake"}}"#

    private static let statuses: [Rejection.Code: Int] = [
        .unknownCase: 404, .caseExists: 409, .unknownWorkflow: 422, .unknownState: 422, .unknownAction: 404,
        .unknownOffice: 422, .notInThisState: 409, .notThisRole: 403, .samePerson: 403, .conflictOfInterest: 403,
        .guardFailed: 409, .missingField: 422, .unknownField: 422, .wrongType: 422, .tooLong: 422, .notSealed: 422,
        .stale: 412, .commandReused: 409, .timerGone: 409, .notDue: 409, .noDeadline: 409, .historyNotAllowed: 403,
        .malformed: 400, .unmappable: 409, .outsideJurisdiction: 403, .notParty: 403, .unknownPerson: 422,
    ]

    @Test(arguments: Rejection.Code.allCases) func aRefusalIsAProblem(code: Rejection.Code) async throws {
        let website = Website()
        website.gateway.reject(Rejection(code, "expected this but that", field: "category"))
        let reply = try await website.send(.post, "/cases/case-1/actions/assign", Self.body)
        let status = try #require(Self.statuses[code])
        let words = code.rawValue.replacing("_", with: " ")
        let title = words.prefix(1).uppercased() + words.dropFirst()
        #expect(reply.status == status)
        #expect(reply.header("Content-Type") == "application/problem+json")
        #expect(
            reply.body
                == #"{"detail":"expected this but that","field":"category","status":\#(status),"title":"\#(title)","#
                + #""type":"/problems/\#(code.rawValue)"}"#)
    }

    @Test(
        arguments: [
            (GatewayError(.busy, "m", retryAfter: 2), 503, "busy", "2"),
            (GatewayError(.noAnswer, "m"), 504, "no_answer", nil),
            (GatewayError(.unavailable, "m"), 503, "unavailable", "1"),
            (GatewayError(.invalid, "m"), 422, "invalid", nil),
            (GatewayError(.closed, "m"), 503, "closed", "1"),
        ] as [(GatewayError, Int, String, String?)])
    func noAnswerIsAProblem(error: GatewayError, status: Int, code: String, retry: String?) async throws {
        let website = Website()
        website.gateway.fail(error)
        let reply = try await website.send(.post, "/cases/case-1/actions/assign", Self.body)
        let words = code.replacing("_", with: " ")
        let title = words.prefix(1).uppercased() + words.dropFirst()
        #expect(reply.status == status)
        #expect(reply.header("Retry-After") == retry)
        #expect(
            reply.body.replacing(
                "m; it may still be decided: send it again with the same Idempotency-Key to learn", with: "m")
                == #"{"detail":"m","status":\#(status),"title":"\#(title)","type":"/problems/\#(code)"}"#)
    }

    @Test func readModelsThatAreAwayAreAProblem() async throws {
        let website = Website()
        website.views.fail(ViewsUnavailable("expected the read models to answer but they do not: refused"))
        for path in ["/cases", "/cases/case-1", "/cases/case-1?wait_for=3"] {
            let reply = try await website.send(.get, path)
            #expect(reply.status == 503)
            #expect(reply.header("Retry-After") == "1")
            #expect(
                reply.body
                    == #"{"detail":"expected the read models to answer but they do not: refused","status":503,"#
                    + #""title":"Unavailable","type":"/problems/unavailable"}"#)
        }
    }

    @Test func whatNobodyExpectedIsLoggedAndNotShown() async throws {
        struct Surprise: Error {}
        let website = Website()
        website.views.fail(Surprise())
        let reply = try await website.send(.get, "/cases/0301-1234567")
        #expect(reply.status == 500)
        #expect(reply.body == #"{"status":500,"title":"Internal","type":"/problems/internal"}"#)
        #expect(
            website.log.all == ["error request failed unexpectedly error=Surprise() method=GET route=/cases/{case}"])
    }

    @Test func unknownPathsAndMethodsAreProblems() async throws {
        let website = Website()
        let path = try await website.send(.get, "/nothing/here")
        #expect(path.status == 404)
        #expect(
            path.body
                == #"{"detail":"expected one of the paths of docs/http.md but found another","status":404,"#
                + #""title":"Not found","type":"/problems/not_found"}"#)
        let method = try await website.send(.delete, "/cases")
        #expect(method.status == 405)
        for name in ["TRACE", "QUERY", "PATCH"] {
            let method = try #require(HTTPRequest.Method(name))
            #expect(try await Website().send(method, "/cases").status == 405, "\(name)")
        }
        #expect(method.header("Allow") == "GET, HEAD, POST")
        #expect(
            method.body
                == #"{"detail":"expected GET, HEAD, POST on this path but found DELETE","status":405,"#
                + #""title":"Method not allowed","type":"/problems/method_not_allowed"}"#)
        #expect(try await website.send(.get, "/cases/case-1/actions/assign").header("Allow") == "POST")
        let head = try await website.send(.head, "/health/live")
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
    }
}
