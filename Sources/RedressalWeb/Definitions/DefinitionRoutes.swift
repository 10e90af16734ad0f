import HTTPTypes
import Hummingbird
import NIOCore
import Redressal

/// The rules in force: workflows, calendars and programmes.
struct DefinitionRoutes: Sendable {
    let catalog: @Sendable () -> DefinitionCatalog

    func add(to router: some RouterMethods<WebContext>) {
        router.route("definitions", [.get: { request, _ in try self.list(request) }])
        router.route(
            "definitions/workflows/:name",
            [
                .get: { request, context in
                    try self.workflow(request, try context.parameters.text("name"), version: nil)
                }
            ])
        router.route(
            "definitions/workflows/:name/:version",
            [
                .get: { request, context in
                    let version = try context.parameters.text("version")
                    return try self.workflow(request, try context.parameters.text("name"), version: version)
                }
            ])
        router.route(
            "calendars/:name",
            [.get: { request, context in try self.calendar(request, try context.parameters.text("name")) }])
    }

    /// `GET /definitions`: what there is, and in which versions.
    private func list(_ request: Request) throws -> Response {
        _ = try Query(request, allowing: [])
        return try JSONResponse.make(.ok, DefinitionList(self.catalog()))
    }

    /// `GET /definitions/workflows/{name}` and `…/{version}`: a workflow, as JSON or as a picture.
    private func workflow(_ request: Request, _ name: String, version: String?) throws -> Response {
        _ = try Query(request, allowing: [])
        let versions = self.catalog().versions(of: name)
        let wanted = version.map { text in versions.first { String($0.version) == text } } ?? versions.first
        guard let workflow = wanted else {
            throw Problem.unknownDefinition(
                "workflow" + (version == nil ? "" : " in this version"), name, self.catalog().workflowNames)
        }
        guard Self.wantsPicture(request) else {
            return try JSONResponse.make(.ok, WorkflowOutline(workflow), [.vary: "Accept"])
        }
        return Response(
            status: .ok, headers: [.contentType: "image/svg+xml", .cacheControl: "no-store", .vary: "Accept"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: SVGGraph.text(of: workflow))))
    }

    /// `GET /calendars/{name}`: a calendar, in its latest version.
    private func calendar(_ request: Request, _ name: String) throws -> Response {
        _ = try Query(request, allowing: [])
        guard let calendar = self.catalog().calendar(name) else {
            throw Problem.unknownDefinition("calendar", name, self.catalog().calendars.map(\.id))
        }
        return try JSONResponse.make(.ok, calendar)
    }

    /// Whether a picture is asked for by name; whoever takes anything gets JSON.
    private static func wantsPicture(_ request: Request) -> Bool {
        let ranges = (request.headers[.accept] ?? "").split(separator: ",").map { range in
            range.prefix { $0 != ";" }.trimmingPrefix { $0 == " " }.lowercased()
        }
        return ranges.contains { $0.hasPrefix("image/svg+xml") }
            && !ranges.contains { $0.hasPrefix("application/json") }
    }
}

extension Problem {
    fileprivate static func unknownDefinition(_ kind: String, _ name: String, _ known: [String]) -> Problem {
        Problem(
            .notFound, "unknown_definition",
            "expected a \(kind) that is published but found \(name.quoted)\(Suggestion.text(name, known))")
    }
}
