import Foundation
import Glibc
import RedressalTesting
import Testing

/// Open311 of the built program, by clients that we did not write.
@Suite struct Open311Tests {
    @Test(.timeLimit(.minutes(5)))
    func clientsThatOthersWroteFileAndReadARequest() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.run("workflow", "publish")
            let keys = [try await Self.key("website", sandbox), try await Self.key("app", sandbox)]
            let web = Web(port: Web.freePort())
            let serve = try sandbox.start("serve", "--sign-in", "required", "--port", "\(web.port)")
            try await web.ready(serve)
            let script = Setting.tests.appending(path: "Open311/file_and_read.py").path
            let answer = try await sandbox.answer([Setting.python, script, "\(web.port)"] + keys)
            #expect(answer.code == 0, "\(answer.shown)")
            let seen = try JSONDecoder().decode(Seen.self, from: Data(answer.output.utf8))
            Self.check(seen)
            let shown = await web.get(
                "/open311/v2/requests/\(seen.number).json", headers: ["Authorization": "Bearer \(keys[0])"])
            #expect(shown.status == 200)

            // What was said of the person and the pump is nowhere in clear.
            let dump = sandbox.folder.appending(path: "database.sql")
            let dumped = try await sandbox.answer(
                ["/usr/bin/env", "pg_dump", "-f", dump.path, sandbox.database.url])
            #expect(dumped.code == 0, "\(dumped.shown)")
            let kept = try String(contentsOf: dump, encoding: .utf8)
            #expect(kept.contains(seen.number))
            for text in ["Sana", "5550181", "Main Bazaar", "34.15", "pump at the corner"] {
                #expect(!(kept + sandbox.complaints).contains(text), "\(text)")
            }
            serve.send(SIGTERM)
            #expect(await serve.code() == 0, "\(serve.complaints)")
        }
    }

    private static func check(_ seen: Seen) {
        #expect(seen.discovered == "/open311/v2")
        #expect(seen.service == "Drinking water")
        #expect(seen.asked == ["LANGUAGE"])
        #expect(seen.notice == "The complaint cell answers within one working day.")
        #expect(seen.token == seen.number)
        #expect(seen.listed == [seen.number])
        #expect((seen.open, seen.closed) == (1, 0))
        #expect(seen.others == [0, 404])
        #expect((seen.nobodys, seen.refused, seen.wrong) == (403, 400, 403))
        #expect(seen.xmlServices == 4)
        for request in [seen.shown, seen.xml] {
            #expect(request.number == seen.number)
            #expect((request.status, request.code) == ("open", "drinking-water"))
            #expect(request.notes == "Received; the complaint cell will look at it")
            #expect(request.agency == "Complaint cell of the Deputy Commissioner")
            #expect(request.expected?.hasSuffix("Z") == true)
            #expect(request.description == nil && request.address == nil && request.lat == nil)
        }
    }

    private static func key(_ account: String, _ sandbox: Sandbox) async throws -> String {
        try await sandbox.run("user", "add", account, "--service")
        return try await sandbox.run("token", "add", account).output.trimmingCharacters(in: .newlines)
    }

    /// What the script prints.
    private struct Seen: Decodable {
        let discovered, service, number, notice, token: String
        let asked, listed: [String]
        let open, closed, nobodys, refused, wrong, xmlServices: Int
        let others: [Int]
        let shown, xml: Request

        struct Request: Decodable {
            let number, code, status: String
            let notes, agency, description, address, expected, lat: String?

            private enum CodingKeys: String, CodingKey {
                case number = "service_request_id"
                case code = "service_code"
                case status, description, address, lat
                case notes = "status_notes"
                case agency = "agency_responsible"
                case expected = "expected_datetime"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case discovered, service, number, notice, token, asked, listed, open, closed, nobodys, refused, wrong,
                others
            case shown, xml
            case xmlServices = "xml_services"
        }
    }
}
