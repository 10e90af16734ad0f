@testable import Redressal

/// A case whose numbers and times are the largest, the smallest or ordinary ones.
struct FuzzGuardContext: GuardContext {
    let now: Instant
    let number: Int64
    let share: Double
    let isEmpty: Bool

    static let all = [
        FuzzGuardContext(now: Instant(seconds: 1_775_000_000), number: 3, share: 0.5, isEmpty: false),
        FuzzGuardContext(now: Instant(milliseconds: 253_402_300_799_999), number: .max, share: 1e308, isEmpty: false),
        FuzzGuardContext(now: Instant(milliseconds: -62_167_219_200_000), number: .min, share: -1e308, isEmpty: false),
        FuzzGuardContext(now: Instant(seconds: 0), number: 0, share: 0, isEmpty: true),
    ]

    /// The names that its cases know.
    static let scope = GuardScope(
        fields: Dictionary(
            [
                Field(name: "kind", type: .code, values: ["road", "water"]), Field(name: "number", type: .integer),
                Field(name: "share", type: .decimal), Field(name: "flag", type: .boolean),
                Field(name: "at", type: .instant), Field(name: "due", type: .date),
                Field(name: "groups", type: .list(.code), values: ["citizens", "council"]),
                Field(name: "members", type: .list(.user), quorum: 2),
                Field(name: "name", type: .string, isPersonal: true), Field(name: "label", type: .string),
                Field(name: "assignee", type: .user), Field(name: "seat", type: .post),
            ].map { ($0.name, $0) }
        ) { first, _ in first },
        states: ["open", "closed"], roles: ["clerk", "chief"], events: ["CaseClosed"], actions: ["close"],
        relations: ["appeal"])

    var today: CivilDate? { self.isEmpty ? nil : CivilDate("2026-04-10") }
    var state: StateName { "open" }
    var stateSince: Instant { Instant(seconds: 900_000) }
    var openedAt: Instant { Instant(seconds: 800_000) }
    var closedAt: Instant? { self.isEmpty ? nil : Instant(seconds: 950_000) }
    var actor: GuardActor { GuardActor(user: "u1", role: "clerk", office: "o1") }
    var hasConflict: Bool { self.isEmpty }

    func value(of field: FieldName) -> GuardValue? {
        guard !self.isEmpty else { return nil }
        return switch field {
        case "kind": .string("road")
        case "number": .int(self.number)
        case "share": .double(self.share)
        case "flag": .bool(true)
        case "at": .timestamp(Instant(seconds: 999_000))
        case "due": CivilDate("2026-04-10").map { .date($0) }
        case "groups": .list([.string("citizens"), .string("council")])
        case "members": .list([.string("u1"), .string("u2"), .string("u2")])
        case "label", "assignee", "seat": .string("u1")
        default: nil
        }
    }

    func isFilled(_ field: FieldName) -> Bool { self.value(of: field) != nil || field == "name" && !self.isEmpty }
    func count(of eventOrAction: String) -> Int { self.isEmpty ? 0 : 2 }
    func actorHasActed(as role: Role) -> Bool { role == "clerk" && !self.isEmpty }
    func actorIsNamed(by field: FieldName) -> Bool { field == "assignee" && !self.isEmpty }
    func hasSecondApproval(by role: Role) -> Bool { role == "chief" && !self.isEmpty }
    func linkedStates(_ relation: String) -> [StateName] { relation == "appeal" && !self.isEmpty ? ["closed"] : [] }
    func quorum(of field: FieldName) -> Int { field == "members" ? 2 : 0 }
    func hasAuthority(_ field: FieldName) -> Bool { field == "seat" && !self.isEmpty }
    func isTrained(in course: String) -> Bool { !self.isEmpty }
}
