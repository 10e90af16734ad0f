import Foundation
import RedressalTesting
import Testing

/// What the processes of an installation tell those who watch over them, over HTTP and in their logs.
@Suite(.serialized) struct ObservabilityTests {
    private static let opening = """
        {"workflow": "complaint", "office": "kp-bhu-1", "actor": {"user": "u-281", "role": "complainant"},
         "fields": {"language": "en", "summary": "There is no medicine"}}
        """

    /// The pages of every process together hold every metric, and Prometheus' own parser reads them.
    @Test(.timeLimit(.minutes(5)), arguments: LogKind.allCases)
    func everyMetricIsShownAndReadable(_ log: LogKind) async throws {
        try await Sandbox.with(log, partitions: 2) { sandbox in
            try await sandbox.run("workflow", "publish")
            let (web, engine, worker) = (Self.free(), Self.free(), Self.free())
            let gateway = try sandbox.start("gateway", "--sign-in", "off", "--port", "\(web.port)")
            let others = [
                try sandbox.start("engine", "--metrics-address", "127.0.0.1:\(engine.port)"),
                try sandbox.start("worker", "--metrics-address", "\(worker.port)"),
            ]
            try await web.ready(gateway)
            try await engine.ready(others[0])
            try await worker.ready(others[1])
            let opened = await web.post("/cases", Self.opening.utf8)
            #expect(opened.status == 201, "\(opened.body)")
            _ = await web.get("/cases/0301-1234567")
            try await sandbox.settle()
            var pages: [String] = []
            try await Fact.wait(for: "figures on every page") {
                pages = []
                for process in [web, engine, worker] { pages.append(await process.get("/metrics").body) }
                return pages[2].contains(#"redressal_projection_lag_events{projection="read",partition="1"} 0"#)
                    && pages[2].contains("redressal_overdue_age_seconds_count")
                    && pages[1].contains("redressal_engine_commands_waiting")
                    && (log == .postgres || pages[1].contains("kafka_client_messages"))
            }
            #expect(pages[0].contains(#"redressal_gateway_commands_total{outcome="accepted",code="none"} 1"#))
            #expect(
                pages[0].contains(
                    #"redressal_http_requests_total{method="GET",route="/cases/{case}",status="4xx"} 1"#))
            #expect(pages.allSatisfy { !$0.contains("u-281") && !$0.contains("0301-1234567") })
            try await Self.check(pages, log, in: sandbox)
            for program in others + [gateway] {
                program.send(SIGTERM)
                #expect(await program.code() == 0, "\(program.complaints)")
            }
        }
    }

    /// A request is followed from its header to the engine's outcome in lines of JSON.
    @Test(.timeLimit(.minutes(5))) func aRequestIsFollowedThroughTheLogs() async throws {
        try await Sandbox.with(.postgres, partitions: 1) { sandbox in
            try await sandbox.run("workflow", "publish")
            let web = Self.free()
            let serve = try sandbox.start(
                "serve", "--sign-in", "off", "--port", "\(web.port)", "--log-format", "json", "--verbose")
            try await web.ready(serve)
            let id = "4bf92f3577b34da6a3ce929d0e0e4736"
            let refused = await web.post(
                "/cases/nobody/actions/acknowledge", #"{"actor": {"user": "u-205", "role": "intake"}}"#.utf8,
                headers: ["X-Request-Id": id])
            #expect(refused.status == 404, "\(refused.body)")
            serve.send(SIGTERM)
            #expect(await serve.code() == 0)
            let lines = try serve.complaints.split(separator: "\n").filter { $0.hasPrefix("{") }.map {
                try JSONDecoder().decode(Line.self, from: Data($0.utf8))
            }
            let answered = try #require(lines.first { $0.message == "command answered" })
            #expect(answered.correlation == id)
            let command = try #require(answered.metadata?["command"])
            let engine = try #require(lines.first { $0.message == "command refused" })
            #expect(engine.correlation == command)
            let request = try #require(lines.first { $0.message == "request answered" && $0.correlation == id })
            #expect(request.metadata?["route"] == "/cases/{case}/actions/{action}")
        }
    }

    /// A database that goes away is told by the process that needs it, which goes on living.
    @Test(.timeLimit(.minutes(5))) func aDatabaseThatIsAwayIsToldAndOutlived() async throws {
        try await Sandbox.with(.postgres, partitions: 1) { sandbox in
            try await sandbox.run("workflow", "publish")
            let web = Self.free()
            let serve = try sandbox.start("serve", "--sign-in", "off", "--port", "\(web.port)")
            try await web.ready(serve)
            try await sandbox.database.refuseConnections(true)
            try await Fact.wait(for: "the process to say that it is not ready") {
                await web.get("/health/ready").status == 503
            }
            #expect(await web.get("/health/live").body == #"{"live":true}"#)
            #expect(await web.get("/metrics").status == 200)
            try await sandbox.database.refuseConnections(false)
            try await web.ready(serve)
            try FileManager.default.removeItem(at: sandbox.folder.appending(path: "key"))
            let ready = await web.get("/health/ready")
            #expect(ready.status == 503)
            #expect(ready.body.contains("REDRESSAL_KEY_FILE"))
        }
    }

    private static func free() -> Web { Web(port: Web.freePort(), patience: 10) }

    /// Has Prometheus' own parser read the pages, and compares them with the page of documentation, the dashboard and the alerts.
    private static func check(_ pages: [String], _ log: LogKind, in sandbox: Sandbox) async throws {
        var files: [String] = []
        for (index, page) in pages.enumerated() {
            let file = sandbox.folder.appending(path: "page-\(index).txt")
            try Data(page.utf8).write(to: file)
            files.append(file.path)
        }
        let script = Setting.tests.deletingLastPathComponent().appending(path: "Ops/check_observability.py").path
        let answer = try await sandbox.answer([Setting.python, script, "--log", log.rawValue] + files)
        #expect(answer.code == 0, "\(answer.shown)")
    }

    /// A line of the log.
    private struct Line: Decodable {
        let message: String
        let correlation: String?
        let metadata: [String: String]?

        enum CodingKeys: String, CodingKey {
            case message, metadata
            case correlation = "correlation_id"
        }
    }
}
