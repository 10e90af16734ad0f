import Hummingbird

/// What those who watch over the process ask: whether it lives, and whether it can work.
struct HealthRoutes: Sendable {
    private let probes: [ReadinessProbe]

    init(checks: [ReadinessCheck]) { self.probes = checks.map { ReadinessProbe($0) } }

    func add(to router: Router<some RequestContext>) {
        router.route("health/live", [.get: { _, _ in try JSONResponse.make(.ok, ["live": true]) }])
        router.route("health/ready", [.get: { _, _ in try await self.readiness() }])
    }

    /// 200 when all parts are ready, else 503; either way each part with its reason.
    private func readiness() async throws -> Response {
        let parts = await withTaskGroup(of: Readiness.Part.self) { group in
            for probe in self.probes {
                group.addTask {
                    let reason = await probe.reason()
                    return Readiness.Part(name: probe.name, ready: reason == nil, reason: reason)
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let readiness = Readiness(ready: parts.allSatisfy(\.ready), parts: parts.sorted { $0.name < $1.name })
        return try JSONResponse.make(readiness.ready ? .ok : .serviceUnavailable, readiness)
    }
}

/// Whether the server can work, and which part cannot.
private struct Readiness: Encodable {
    let ready: Bool
    let parts: [Part]

    /// One part of it.
    struct Part: Encodable {
        let name: String
        let ready: Bool
        let reason: String?
    }
}
