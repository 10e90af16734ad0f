import Foundation
import Glibc
import RedressalTesting
import Testing

/// The pages as people use them: Chromium walks `Tests/Browser/stories` on the built program.
@Suite(.serialized) struct BrowserTests {
    /// Where events are, and what people work with: see `Tests/Browser/run.py`.
    @Test(
        .timeLimit(.minutes(30)),
        arguments: [(LogKind.postgres, "mouse"), (.postgres, "keys"), (.kafka, "mouse")])
    func everyStoryIsWalked(_ log: LogKind, _ hand: String) async throws {
        try await Sandbox.with(log) { sandbox in
            let signIns = sandbox.folder.appending(path: "sign-ins")
            // Cases of years ago: overdue, escalated, orphaned.
            try await sandbox.run("demo", "--in-process", "--sign-ins", signIns.path)
            let web = Web(port: Web.freePort())
            let messages = sandbox.folder.appending(path: "messages.jsonl").path
            let serve = try sandbox.start(
                "serve", "--sign-in", "required", "--notify-file", messages, "--port", "\(web.port)")
            try await web.ready(serve)
            let script = Setting.home.appending(path: "Tests/Browser/run.py").path
            let walked = try await sandbox.answer(
                [
                    Setting.python, script, "http://127.0.0.1:\(web.port)", signIns.path, "--messages", messages,
                    "--hand", hand,
                ] + Self.pictures(log, hand), limit: 1500)
            #expect(walked.code == 0, "\(walked.shown)")
            print(walked.output)
            serve.send(SIGTERM)
            #expect(await serve.code() == 0, "\(serve.complaints)")
        }
    }

    /// Pictures of the pages are kept in a folder that REDRESSAL_PICTURES names.
    private static func pictures(_ log: LogKind, _ hand: String) -> [String] {
        guard let folder = ProcessInfo.processInfo.environment["REDRESSAL_PICTURES"] else { return [] }
        return ["--shots", "\(folder)/\(log)-\(hand)"]
    }
}
