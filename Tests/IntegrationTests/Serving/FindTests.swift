import Foundation
import Glibc
import RedressalTesting
import Testing

/// Finding cases with the built program, by HTTP and on the command line.
@Suite struct FindTests {
    private struct Found: Decodable {
        struct Line: Decodable {
            let reference: String
        }

        let cases: [Line]
        let complete: Bool
    }

    private struct Opened: Decodable {
        let reference: String
    }

    private static func opening(_ summary: String, _ contact: String) -> String {
        #"""
        {"workflow": "complaint", "office": "kp-abbottabad-cell", "actor": {"user": "u-281", "role": "complainant"},
         "fields": {"language": "ur", "summary": "\#(summary)", "safe_contact": "\#(contact)"}}
        """#
    }

    @Test(.timeLimit(.minutes(5)), arguments: LogKind.allCases)
    func aComplaintIsFoundByWordsInItsSealedFields(_ log: LogKind) async throws {
        try await Sandbox.with(log) { sandbox in
            try await sandbox.run("workflow", "publish")
            let web = Web(port: Web.freePort())
            let serve = try sandbox.start("serve", "--sign-in", "off", "--verbose", "--port", "\(web.port)")
            try await web.ready(serve)
            var references: [String] = []
            for (summary, contact) in [("علی کی گلی میں پانی نہیں", "0300-5551234"), ("បណ្ដាញទឹកខូច", "012 345 678")] {
                let opened = await web.post("/cases", Self.opening(summary, contact).utf8)
                #expect(opened.status == 201, "\(opened.body)")
                references.append(try JSONDecoder().decode(Opened.self, from: Data(opened.body.utf8)).reference)
            }
            for (words, number) in [("علي", 0), ("+92 300 5551234", 0), ("ទឹក", 1), ("+85512345678", 1)] {
                try await Fact.wait(for: "\(words) to be found") {
                    try await sandbox.run("case", "find", words, "--json").json(Found.self).cases.map(\.reference)
                        == [references[number]]
                }
                let query = words.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                let reply = await web.get("/search?q=\(query)")
                let found = try JSONDecoder().decode(Found.self, from: Data(reply.body.utf8))
                #expect(found.cases.map(\.reference) == [references[number]])
                #expect(found.complete)
                #expect(!serve.complaints.contains(query))
                #expect(!serve.complaints.contains(words))
            }
            let rebuilt = try await sandbox.run("search", "rebuild").output
            #expect(rebuilt == "2 cases to be indexed by `redressal serve` or `redressal gateway`\n")
            try await Fact.wait(for: "the index to be made anew") {
                try await sandbox.run("case", "find", "پانی", "گلی").output.contains(references[0])
            }
            let metrics = await web.get("/metrics").body
            #expect(metrics.contains("redressal_search_cases_indexed_total"))
            let wrong = try await sandbox.run(["case", "find", "--", "-"], expecting: 64)
            #expect(wrong.errors.contains("expected at least one word or number to search for but found none"))
            serve.send(SIGTERM)
            #expect(await serve.code() == 0, "\(serve.complaints)")
        }
    }
}
