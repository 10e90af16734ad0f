import Foundation
import Glibc
import Redressal
import RedressalTesting
import Testing

/// The examples of the help texts and of docs/http.md, run as they stand there against the demo programme.
@Suite(.serialized) struct ExampleTests {
    @Test(.timeLimit(.minutes(5))) func everyExampleDoesWhatItSays() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.run("demo", "--load-only")
            let web = Web(port: Web.freePort())
            let server = try sandbox.start("serve", "--sign-in", "off", "--port", "\(web.port)")
            try await web.ready(server)
            for (command, words) in [
                ("open", ["SJMX-2B9B-JTMK", "now received", "Asia/Karachi"]),
                ("do", ["SJMX-2B9B-JTMK", "now triage", "Asia/Karachi"]),
            ] {
                let help = try await sandbox.run("case", command, "--help").output
                try await Self.check(Self.example(help), words, sandbox)
                try await sandbox.settle()
            }
            let page = Setting.tests.deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "docs/http.md")
            let examples = Self.requests(try String(contentsOf: page, encoding: .utf8))
            let id = "9f590446-08e1-8536-8c9c-d8da4a0ba81a"
            let answers = [
                ["201 Created", #""seq":3"#, id], ["200 OK", #""seq":6"#, id],
                ["201 Created", #""bytes":16,"media_type":"text/plain""#],
            ]
            try #require(examples.count == answers.count)
            for (example, words) in zip(examples, answers) {
                let here = example.replacing("127.0.0.1:8080", with: "127.0.0.1:\(web.port)")
                try await Self.check(here, words, sandbox)
                try await sandbox.settle()
            }
            try await Self.checkTimes(sandbox)
            server.send(SIGTERM)
            #expect(await server.code() == 0, "\(server.complaints)")
        }
    }

    /// Lists and accounts of due dates are in the office's own time.
    private static func checkTimes(_ sandbox: Sandbox) async throws {
        let office = ["case", "list", "--office", "kp-abbottabad-cell"]
        let lines = try await sandbox.run(office + ["--json"]).json(Listed.self).cases
        let line = try #require(lines.first { $0.reference == "SJMX-2B9B-JTMK" })
        let due = try #require(Instant(line.due))
        // Pakistan is five hours ahead of UTC, in summer and winter.
        let local = due.advanced(bySeconds: 5 * 3600).description
        let list = try await sandbox.run(office).output
        let explained = try await sandbox.run("case", "explain", "sjmx2b9bjtmk").output
        for text in [list, explained] {
            #expect(text.contains("Asia/Karachi"), "\(text)")
            #expect(text.contains("\(local.prefix(10)) \(local.dropFirst(11).prefix(8))"), "\(text)")
            #expect(!text.contains("Z ") && !text.contains("Z\n"), "\(text)")
        }
        #expect(list.contains("  left  "), "\(list)")
    }

    /// What `case list --json` prints, as far as it matters here.
    private struct Listed: Decodable {
        struct Line: Decodable {
            let reference: String
            let due: String
        }

        let cases: [Line]
    }

    /// The indented lines of a help text that begin with the program's name, and those that go on with it.
    private static func example(_ help: String) -> String {
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { !$0.hasPrefix("  redressal ") }.prefix { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The blocks of a page that call curl.
    private static func requests(_ page: String) -> [String] {
        page.components(separatedBy: "```").filter { $0.hasPrefix("\ncurl ") }
    }

    private static func check(_ example: String, _ words: [String], _ sandbox: Sandbox) async throws {
        let script = "redressal() { \"$0\" \"$@\"; }\n\(example)"
        let answer = try await sandbox.answer(["/bin/sh", "-c", script, try Setting.binary()])
        #expect(answer.code == 0, "\(answer.shown)")
        for word in words { #expect(answer.output.contains(word), "expected '\(word)' in \(answer.shown)") }
    }
}
