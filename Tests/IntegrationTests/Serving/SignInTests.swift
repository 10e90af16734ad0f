import Foundation
import Glibc
import RedressalTesting
import Testing

/// Signing in to the built program, as an administrator, an officer and a website do.
@Suite struct SignInTests {
    @Test(.timeLimit(.minutes(5)))
    func anOfficerSignsInActsAsThemselvesAndIsShutOut() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.run("workflow", "publish")
            let first = try await sandbox.run("user", "add", "u-205").output.trimmingCharacters(in: .newlines)
            let web = Web(port: Web.freePort())
            let serve = try sandbox.start("serve", "--sign-in", "required", "--port", "\(web.port)")
            try await web.ready(serve)
            #expect(!serve.complaints.contains("can act as anybody"))
            #expect(await web.get("/cases").status == 401)

            let body = #"{"account": "u-205", "password": "\#(first)", "new_password": "the pump is dry again"}"#
            let signedIn = await web.post("/session", body.utf8)
            #expect(signedIn.status == 201, "\(signedIn.body)")
            let cookie = try #require(signedIn.cookie)
            let seen = await web.get("/session", headers: ["Cookie": cookie])
            #expect(seen.status == 200)
            #expect(seen.body == signedIn.body)

            let opening = #"""
                {"workflow": "complaint", "office": "kp-abbottabad-cell", "actor": {"role": "intake"},
                 "fields": {"language": "en", "summary": "There is no water"}}
                """#
            let opened = await web.post("/cases", opening.utf8, headers: ["Cookie": cookie])
            #expect(opened.status == 201, "\(opened.body)")
            let id = try JSONDecoder().decode(Opened.self, from: Data(opened.body.utf8)).case
            let shown = await web.get("/cases/\(id)?wait_for=3", headers: ["Cookie": cookie])
            #expect(shown.status == 200, "\(shown.body)")

            try await sandbox.run("user", "close", "u-205")
            #expect(await web.get("/cases/\(id)", headers: ["Cookie": cookie]).status == 401)
            let again = #"{"account": "u-205", "password": "the pump is dry again"}"#
            #expect(await web.post("/session", again.utf8).status == 401)
            serve.send(SIGTERM)
            #expect(await serve.code() == 0, "\(serve.complaints)")
        }
    }

    /// What was read stands in the access log, on either log, in the answer to an auditor at the command line.
    @Test(.timeLimit(.minutes(5)), arguments: LogKind.allCases)
    func whoReadsPersonalDataIsInTheAccessLog(_ log: LogKind) async throws {
        try await Sandbox.with(log) { sandbox in
            try await sandbox.run("workflow", "publish")
            let first = try await sandbox.run("user", "add", "u-205").output.trimmingCharacters(in: .newlines)
            let web = Web(port: Web.freePort())
            let serve = try sandbox.start("serve", "--sign-in", "required", "--port", "\(web.port)")
            try await web.ready(serve)
            let body = #"{"account": "u-205", "password": "\#(first)", "new_password": "the pump is dry again"}"#
            let cookie = ["Cookie": try #require(await web.post("/session", body.utf8).cookie)]
            let opening = #"""
                {"workflow": "complaint", "office": "kp-abbottabad-cell", "actor": {"role": "intake"},
                 "fields": {"language": "en", "summary": "There is no water"}}
                """#
            let opened = await web.post("/cases", opening.utf8, headers: cookie)
            let id = try JSONDecoder().decode(Opened.self, from: Data(opened.body.utf8)).case
            let shut = await web.get("/cases/\(id)?wait_for=3", headers: cookie)
            #expect(!shut.body.contains("There is no water"))
            let open = await web.get("/cases/\(id)?personal=true&purpose=call_back", headers: cookie)
            #expect(open.body.contains("There is no water"), "\(open.body)")
            #expect(await web.get("/audit/access", headers: cookie).status == 403)
            #expect(await web.get("/cases/nobody", headers: cookie).status == 404)
            let shown = try await sandbox.run("case", "show", id, "--reveal").output
            #expect(shown.contains("There is no water"))
            let entries = try await sandbox.run("audit", "access", "--case", id, "--json").output
            #expect(!entries.contains("There is no water"))
            let told = [
                #""fields":["summary"],"purpose":"case_show","standing":"operator""#,
                #""fields":["summary"],"purpose":"call_back","standing":"post""#,
            ].map { entries.firstRange(of: $0)?.lowerBound }
            let (last, before) = (try #require(told[0]), try #require(told[1]))
            #expect(last < before)
            let mine = try await sandbox.run("audit", "access", "--account", "u-205").output
            for kind in ["SignedIn", "PersonalDataRead", "RequestRefused", "CaseDenied"] {
                #expect(mine.contains(kind), "\(mine)")
            }
            let all = try await sandbox.run("audit", "access").output
            #expect(all.contains("AccountChangeAsked") && all.contains("AccountChanged"))
            #expect(all.contains("PublicationOrdered") && all.contains("done: workflow complaint version"))
            #expect(all.contains("AccessLogRead"))
            serve.send(SIGTERM)
            #expect(await serve.code() == 0, "\(serve.complaints)")
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func aWebsiteFilesForSomebodyWithoutAnAccount() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.run("workflow", "publish")
            try await sandbox.run("user", "add", "website", "--service")
            let token = try await sandbox.run("token", "add", "website", "--note", "the public page").output
                .trimmingCharacters(in: .newlines)
            #expect(token.hasPrefix("redressal_"))
            let web = Web(port: Web.freePort())
            let serve = try sandbox.start("serve", "--sign-in", "required", "--port", "\(web.port)")
            try await web.ready(serve)
            let headers = ["Authorization": "Bearer \(token)"]
            for (user, status) in [("website.w-77", 201), ("w-77", 403), ("elsewhere.w-77", 403), ("u-205", 403)] {
                let opening = #"""
                    {"workflow": "complaint", "office": "kp-abbottabad-cell",
                     "actor": {"user": "\#(user)", "role": "complainant"},
                     "fields": {"language": "en", "summary": "There is no water"}}
                    """#
                let opened = await web.post("/cases", opening.utf8, headers: headers)
                #expect(opened.status == status, "\(opened.body)")
            }
            let listed = try await sandbox.run("token", "list", "--json").output
            #expect(listed.contains("the public page"))
            #expect(!listed.contains(token))
            serve.send(SIGTERM)
            #expect(await serve.code() == 0, "\(serve.complaints)")
        }
    }

    @Test func whatCannotBeMeantIsRefusedInWords() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.run("workflow", "publish")
            try await sandbox.run("user", "add", "u-205", "--json")
            let wrong: [([String], Int32, String)] = [
                (["user", "add", "u-205"], 1, "expected a new account but 'u-205' is there already"),
                (["user", "add", "u-99999"], 1, "expected an account of a published programme but none has 'u-99999'"),
                (["user", "add", "u-281", "--service"], 1, "expected a service's own id"),
                (["user", "add", "Web Site", "--service"], 64, "expected an id of lower-case letters"),
                (["user", "password", "nobody"], 1, "expected an account but there is none called 'nobody'"),
                (["token", "add", "u-205", "--days", "0"], 64, "expected between 1 and 730 in --days but found 0"),
                (["audit", "access", "--from", "today"], 64, "expected an instant with a zone"),
                (
                    ["serve", "--oidc-issuer", "https://id.example"], 64,
                    "expected --oidc-issuer and --oidc-audience together"
                ),
                (
                    ["serve", "--sign-in", "off", "--oidc-issuer", "https://id.example", "--oidc-audience", "a"], 64,
                    "expected --sign-in required with --oidc-issuer"
                ),
                (
                    ["serve", "--sign-in", "required", "--oidc-issuer", "http://id.example", "--oidc-audience", "a"],
                    64,
                    "expected an issuer's address by https"
                ),
                (
                    ["serve", "--sign-in", "off", "--host", "0.0.0.0"], 64,
                    "in --host with --sign-in off but found '0.0.0.0'"
                ),
                (["token", "end", "none"], 1, "expected a token's id but there is none 'none'"),
            ]
            for (arguments, code, message) in wrong {
                let answer = try await sandbox.run(arguments, expecting: code)
                #expect(answer.errors.contains(message), "\(answer.errors)")
            }
        }
    }

    /// The member of an answer that names a case.
    private struct Opened: Decodable {
        let `case`: String
    }
}
