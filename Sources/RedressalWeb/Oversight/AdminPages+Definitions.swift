import HTTPTypes
import Hummingbird
import Redressal

extension AdminPages {
    /// `GET /console/admin/definitions`: what is published, in which versions, and what the checks say of it.
    func definitions(_ request: Request, _ who: Administrator) throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        let speech = self.desk.painter.speech(for: request)
        let workflows = who.catalog.workflows.map { workflow -> [String: any Sendable] in
            [
                "name": workflow.name, "title": speech.workflow(workflow), "version": workflow.version,
                "versions": who.catalog.versions(of: workflow.name).map { "\($0.version)" }.joined(separator: ", "),
                "findings": Self.findings(in: workflow, who).count,
            ]
        }
        let values: [String: any Sendable] = [
            "workflows": workflows,
            "calendars": who.catalog.calendars.map { ["name": $0.id, "version": "\($0.version)"] },
            "programmes": who.catalog.programmeVersions.sorted { $0.key < $1.key }
                .map { ["name": $0.key, "version": "\($0.value)"] },
        ]
        return try self.show("definitions", values, to: request, who)
    }

    /// `GET /console/admin/definitions/{workflow}`: what the checks say of a workflow, and its diagram.
    func definition(_ request: Request, named name: String, _ who: Administrator) throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        guard let workflow = who.catalog.workflow(named: name) else { throw HTTPError(.notFound) }
        let speech = self.desk.painter.speech(for: request)
        let findings = Self.findings(in: workflow, who)
        let title = speech.version(workflow.version, of: speech.workflow(workflow))
        let values: [String: any Sendable] = [
            "heading": title, "name": workflow.name, "hash": workflow.contentHash,
            "picture": "/definitions/workflows/\(workflow.name)", "isClean": findings.isEmpty,
            "findings": findings.map { ["rule": $0.rule, "message": $0.message, "severity": "\($0.severity)"] },
            "roles": workflow.roles.map { speech.role($0.rawValue) }.joined(separator: ", "),
            "states": workflow.states.map { state -> [String: any Sendable] in
                [
                    "state": speech.state(state.name.rawValue, of: workflow),
                    "actions": workflow.actions.filter { $0.from.contains(state.name) }
                        .map { speech.action($0, of: workflow) }.joined(separator: ", "),
                ]
            },
        ]
        return try self.show("definition", title: title, values, to: request, who)
    }

    private static func findings(in workflow: WorkflowDefinition, _ who: Administrator) -> [Finding] {
        WorkflowChecks.findings(of: workflow, known: who.catalog.workflows)
    }
}
