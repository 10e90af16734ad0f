import Hummingbird

/// What those who watch over the process ask: whether it lives, and whether it can work.
struct HealthRoutes: Sendable {
    private let liveness: [ReadinessProbe]
    private let readiness: [ReadinessProbe]

    init(_ observation: Observation) {
        self.liveness = observation.liveness.map { ReadinessProbe($0) }
        self.readiness = observation.readiness.map { ReadinessProbe($0) }
    }

    func add(to router: Router<some RequestContext>) {
        router.route("health/live", [.get: { _, _ in try await self.live() }])
        router.route("health/ready", [.get: { _, _ in try await self.ready() }])
    }

    /// 200 when the process lives, else 503 and why not.
    private func live() async throws -> Response {
        let parts = await Self.ask(self.liveness)
        let failed = parts.filter { !$0.ready }
        let liveness = Liveness(live: failed.isEmpty, parts: failed.isEmpty ? nil : failed)
        return try JSONResponse.make(liveness.live ? .ok : .serviceUnavailable, liveness)
    }

    /// 200 when all parts are ready, else 503; either way each part with its reason.
    private func ready() async throws -> Response {
        let parts = await Self.ask(self.readiness)
        let readiness = Readiness(ready: parts.allSatisfy(\.ready), parts: parts)
        return try JSONResponse.make(readiness.ready ? .ok : .serviceUnavailable, readiness)
    }

    private static func ask(_ probes: [ReadinessProbe]) async -> [Part] {
        let parts = await withTaskGroup(of: Part.self) { group in
            for probe in probes {
                group.addTask {
                    let reason = await probe.reason()
                    return Part(name: probe.name, ready: reason == nil, reason: reason)
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        return parts.sorted { $0.name < $1.name }
    }
}

/// Whether the process lives, and which part of it does not.
private struct Liveness: Encodable {
    let live: Bool
    let parts: [Part]?
}

/// Whether the server can work, and which part cannot.
private struct Readiness: Encodable {
    let ready: Bool
    let parts: [Part]
}

/// One part of it.
private struct Part: Encodable {
    let name: String
    let ready: Bool
    let reason: String?
}
