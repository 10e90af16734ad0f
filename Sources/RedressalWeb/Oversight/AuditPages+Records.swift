import Hummingbird
import Redressal

extension AuditPages {
    /// How many records of a kind are listed.
    private static let recordsShown = 100

    /// `GET /console/audit/records`: what counts for nothing, cases whose history does not fit, and how far the read models are.
    func records(_ request: Request, _ auditor: Auditor) async throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        let limit = Self.recordsShown
        let offices = auditor.scope.offices
        let voids = try await self.oversight.views.voids(of: offices, after: nil, limit: limit + 1)
        let parked = try await self.oversight.views.parked(of: offices, after: nil, limit: limit + 1)
        let standings = try await self.oversight.views.standings()
        let roots = try await self.oversight.audit.roots()
        let speech = self.desk.painter.speech(for: request)
        let clock = auditor.clock(speech)
        let values: [String: any Sendable] = [
            "zone": clock.zoneName, "voids": voids.prefix(limit).map { Self.values($0, speech) },
            "hasVoids": !voids.isEmpty,
            "moreVoids": voids.count > limit,
            "parked": parked.prefix(limit).map { Self.values($0, speech) }, "hasParked": !parked.isEmpty,
            "moreParked": parked.count > limit,
            "roots": roots.map { Self.values($0, clock) }, "hasRoots": !roots.isEmpty,
            "standings": standings.map { standing -> [String: any Sendable] in
                [
                    "partition": standing.partition, "position": "\(standing.position)", "epoch": "\(standing.epoch)",
                    "accepted": "\(standing.accepted)", "voided": "\(standing.voided)",
                    "recorded": standing.recorded.map { clock.text($0) } ?? "–",
                ]
            },
        ]
        return try self.show("records", values, to: request, auditor)
    }

    private static func values(_ row: VoidRow, _ speech: Speech) -> [String: any Sendable] {
        [
            "place": "\(row.partition)/\(row.offset)", "case": row.case ?? "–", "event": row.seq.map { "\($0)" } ?? "–",
            "reason": speech.known("audit.reasons.\(row.reason.rawValue)") ?? row.reason.rawValue,
        ]
    }

    private static func values(_ root: SignedRoot, _ clock: OfficeClock) -> [String: any Sendable] {
        let checkpoint = root.signed.checkpoint
        return [
            "place": root.place.path, "size": "\(checkpoint.size)", "made": clock.text(checkpoint.made),
            "note": root.signed.note,
        ]
    }
}
