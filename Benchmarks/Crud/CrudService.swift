import Foundation
import HTTPTypes
import Hummingbird
import Logging

@testable import Redressal

/// What one would write in an afternoon: the requests of a life over a table of cases and a table of history.
///
/// No events, workflow, clocks, sealing or proofs; on the same HTTP server and the same PostgreSQL client as ours.
struct CrudService: Sendable {
    private struct Opening: Decodable {
        let office: String
        let severity: String
        let fields: CrudFields
    }

    private struct Action: Decodable { let fields: CrudFields? }

    private struct Opened: Encodable {
        let `case`: String
        let reference: String
        let seq: Int
    }

    private struct Done: Encodable {
        let `case`: String
        let seq: Int
    }

    let cases: CrudCases
    let port: Int

    /// Serves until the task is cancelled.
    func run() async throws {
        let router = Router()
        router.get("health/ready") { _, _ in HTTPResponse.Status.ok }
        router.post("cases") { request, _ in try await Self.answered { try await self.open(request) } }
        router.post("cases/:case/actions/:action") { request, context in
            let (id, action) = (try context.parameters.require("case"), try context.parameters.require("action"))
            return try await Self.answered { try await self.act(request, id, action) }
        }
        router.get("queues/office") { request, _ in
            try await Self.answered {
                _ = try await self.account(request)
                return try Self.json(["cases": try await self.cases.queue(ComplaintLife.seats.map(\.office))])
            }
        }
        router.get("search") { request, _ in
            try await Self.answered {
                _ = try await self.account(request)
                let words = request.uri.queryParameters.get("q") ?? ""
                return try Self.json(["cases": try await self.cases.search(words)])
            }
        }
        var logger = Logger(label: "crud")
        logger.logLevel = .warning
        try await Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: self.port)),
            logger: logger
        ).run()
    }

    private func open(_ request: Request) async throws -> Response {
        let account = try await self.account(request)
        let body = try await Self.body(request, as: Opening.self)
        let id = CaseID(UUID().uuidString.lowercased())
        try await self.cases.open(
            id, office: body.office, severity: body.severity, fields: try body.fields.json(), by: account)
        return try Self.json(Opened(case: id.text, reference: TrackingReference.make(for: id), seq: 1), .created)
    }

    private func act(_ request: Request, _ id: String, _ action: String) async throws -> Response {
        let account = try await self.account(request)
        let fields = try await Self.body(request, as: Action.self).fields
        let version = try await self.cases.act(
            action, on: id, assignee: fields?["assignee"], fields: try fields?.json() ?? "{}", by: account)
        return try Self.json(Done(case: id, seq: version))
    }

    private func account(_ request: Request) async throws -> String {
        try await self.cases.account(String((request.headers[.authorization] ?? "").dropFirst("Bearer ".count)))
    }

    private static func body<Body: Decodable>(_ request: Request, as type: Body.Type) async throws -> Body {
        let bytes = try await request.body.collect(upTo: 1 << 20)
        return try JSONDecoder().decode(type, from: Data(bytes.readableBytesView))
    }

    private static func json(_ value: some Encodable, _ status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        let body = ByteBuffer(bytes: try encoder.encode(value))
        return Response(
            status: status, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: body))
    }

    private static func answered(_ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch let refusal as CrudCases.Refusal {
            return Response(status: .init(code: refusal.status))
        }
    }
}
