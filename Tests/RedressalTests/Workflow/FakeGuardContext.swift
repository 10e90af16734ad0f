@testable import Redressal

/// A case that holds whatever a test says.
struct FakeGuardContext: GuardContext {
    var now = Instant(seconds: 1_000_000)
    var today = CivilDate("2026-04-10")
    var state: StateName = "open"
    var stateSince = Instant(seconds: 900_000)
    var openedAt = Instant(seconds: 800_000)
    var closedAt: Instant?
    var actor = GuardActor(user: "u1", role: "clerk", office: "o1")
    var hasConflict = false
    var values: [FieldName: GuardValue] = [:]
    var sealed: Set<FieldName> = []
    var counts: [String: Int] = [:]
    var acted: Set<Role> = []
    var named: Set<FieldName> = []
    var approvals: Set<Role> = []
    var links: [String: [StateName]] = [:]
    var quorums: [FieldName: Int] = [:]
    var authorities: Set<FieldName> = []
    var courses: Set<String> = []

    func value(of field: FieldName) -> GuardValue? { self.values[field] }
    func isFilled(_ field: FieldName) -> Bool { self.values[field] != nil || self.sealed.contains(field) }
    func count(of eventOrAction: String) -> Int { self.counts[eventOrAction] ?? 0 }
    func actorHasActed(as role: Role) -> Bool { self.acted.contains(role) }
    func actorIsNamed(by field: FieldName) -> Bool { self.named.contains(field) }
    func hasSecondApproval(by role: Role) -> Bool { self.approvals.contains(role) }
    func linkedStates(_ relation: String) -> [StateName] { self.links[relation] ?? [] }
    func quorum(of field: FieldName) -> Int { self.quorums[field] ?? 1 }
    func hasAuthority(_ field: FieldName) -> Bool { self.authorities.contains(field) }
    func isTrained(in course: String) -> Bool { self.courses.contains(course) }

    /// A case in which most things hold.
    static let typical = FakeGuardContext(
        values: [
            "kind": .string("road"), "number": .int(3), "share": .double(0.5), "flag": .bool(true),
            "at": .timestamp(Instant(seconds: 999_000)),
            "due": .date(CivilDate("2026-04-10") ?? CivilDate(dayNumber: 0)),
            "groups": .list([.string("citizens"), .string("council")]),
            "members": .list([.string("u1"), .string("u2"), .string("u2")]),
        ],
        sealed: ["name"], counts: ["CaseClosed": 2], acted: ["clerk"], named: ["assignee"], approvals: ["chief"],
        links: ["appeal": ["remanded"]], quorums: ["members": 2], authorities: ["seat"], courses: ["safeguarding"])

    /// The names that fit `typical`.
    static let scope = GuardScope(
        fields: Dictionary(
            [
                Field(name: "kind", type: .code, values: ["road", "water"]), Field(name: "number", type: .integer),
                Field(name: "share", type: .decimal), Field(name: "flag", type: .boolean),
                Field(name: "at", type: .instant), Field(name: "due", type: .date),
                Field(name: "groups", type: .list(.code), values: ["citizens", "council"]),
                Field(name: "members", type: .list(.user), quorum: 2),
                Field(name: "name", type: .string, isPersonal: true),
                Field(name: "note", type: .text), Field(name: "cost", type: .money),
                Field(name: "assignee", type: .user),
                Field(name: "seat", type: .post), Field(name: "empty", type: .integer),
                Field(name: "label", type: .string),
            ].map { ($0.name, $0) }
        ) { first, _ in first },
        states: ["open", "closed"], roles: ["clerk", "chief"], events: ["CaseClosed"], actions: ["close"],
        relations: ["appeal"])
}
