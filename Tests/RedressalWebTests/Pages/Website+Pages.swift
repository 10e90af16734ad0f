import Crypto
import HTTPTypes
import Redressal
import RedressalWeb
import Synchronization

extension Website {
    static let receipts = ReceiptKey(SymmetricKey(data: Array(repeating: 8, count: 32)))

    /// A website with the shipped pages, and petitions that citizens may file at `kss`.
    static func withPages() throws -> Website {
        var website = Website(identities: FakeIdentities())
        website.pages = try PageLibraryTests.shipped()
        website.attachments = AttachmentDoor(website.desk, longest: 4096)
        website.visits = VisitDoor(key: Website.key, receipts: self.receipts, tries: FakeTries(), isSecure: false)
        website.publish = { catalog in
            catalog.add(Self.petition)
            catalog.add(
                Programme(
                    name: "kss-counters", version: 1,
                    offices: [
                        Office(id: "kss", name: "kss", kind: "khan", parent: nil, calendar: "wall", takes: ["petition"])
                    ], posts: [], holdings: [], absences: [], people: []))
        }
        return website
    }

    /// What citizens may file: its own people confirm, the offices assign.
    static let petition = WorkflowDefinition(
        name: "petition", version: 1, calendar: .named("wall"), initialStates: ["received"],
        states: [State(name: "received"), State(name: "closed", final: .closed)],
        actions: [
            Action(
                name: "confirm", from: ["received"], to: .state("closed"), by: ["citizen"], emit: "PetitionConfirmed"),
            Action(
                name: "assign", from: ["received"], to: .same, by: ["intake"],
                fields: [FieldUse(name: "note", isRequired: true)], emit: "PetitionAssigned"),
            Action(
                name: "join", from: ["received"], to: .state("closed"), by: ["intake"],
                fields: [FieldUse(name: "duplicate_of", isRequired: true)], emit: "PetitionJoined"),
        ],
        roles: ["citizen", "intake"], parties: ["citizen": "who"],
        fields: [
            Field(name: "what", type: .text, isRequired: true), Field(name: "reply", type: .string),
            Field(name: "note", type: .string), Field(name: "who", type: .reference),
            Field(name: "duplicate_of", type: .reference), Field(name: "problem_location", type: .text),
            Field(name: "attachments", type: .list(.reference)),
        ],
        portal: Portal(ask: ["what", "attachments"], tell: ["reply"]), contentHash: "p")

    /// A petition that `citizen-1` filed.
    func addPetition(_ fields: [String: FieldValue] = [:]) -> CaseID {
        let id = CaseID("petition-1")
        guard var state = CaseState.sample(id: id) else { return id }
        state.workflow = Self.petition.pin
        state.reference = TrackingReference.make(for: id)
        state.fields = fields.merging(["who": .string("citizen-1")]) { $1 }
        self.views.add(state)
        return id
    }

    /// The cookie of whoever has shown a case's PIN.
    func visitCookie(_ id: CaseID) async throws -> String {
        let reply = try await self.send(
            .post, "/track", "reference=\(TrackingReference.make(for: id))&pin=\(Self.receipts.pin(of: id))",
            headers: [.contentType: "application/x-www-form-urlencoded"])
        return String((reply.header("Set-Cookie") ?? "").prefix { $0 != ";" })
    }

    func visit(_ id: CaseID) async throws -> Reply {
        try await self.send(.get, "/track/case", headers: [.cookie: try await self.visitCookie(id)])
    }
}

/// Counts tries as the real one does, on a clock that stands still.
final class FakeTries: TryCounter, Sendable {
    private let failures = Mutex<[String: Int]>([:])
    private static let now = Website.now ?? Instant(seconds: 0)

    func count(_ name: String) async throws {
        try self.failures.withLock { failures in
            if let end = Lockout.end(after: failures[name] ?? 0, last: Self.now, now: Self.now) {
                throw SignInRefusal.wait(until: end)
            }
            failures[name, default: 0] += 1
        }
    }

    func forget(_ name: String) async throws { self.failures.withLock { $0[name] = nil } }
}
