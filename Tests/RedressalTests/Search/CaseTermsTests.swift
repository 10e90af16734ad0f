import RedressalTesting
import Testing

@testable import Redressal

/// What a case is found by.
@Suite struct CaseTermsTests {
    private static func state(_ fields: [String: FieldValue]) -> CaseState? {
        let facts = CaseOpened(
            reference: "K7MQ-3RTW-9XH3", state: "received", office: "kss", severity: nil, fields: fields, assignee: nil,
            parent: nil, historical: false)
        let at = Instant(seconds: 1_775_795_400)
        return CaseState(
            opening: EventRecord(
                case: CaseID("c-1"), seq: 1, prev: .none, epoch: 1, command: CommandID("c"), request: "",
                workflow: WorkflowPin(name: "complaint", version: 1, hash: "h"),
                actor: Actor(user: "sok", role: "intake"), channel: "web", occurred: at, recorded: at,
                event: .caseOpened(facts)), hash: .none)
    }

    private static let workflow = WorkflowDefinition(
        name: "complaint", version: 1, calendar: .named("wall"), initialStates: ["received"], states: [], actions: [],
        roles: [],
        fields: [
            Field(name: "sex", type: .code, isPersonal: true), Field(name: "name", type: .string, isPersonal: true),
        ],
        contentHash: "h")

    private static func words(_ words: String...) -> Set<SearchTerm> { Set(words.map { .word($0) }) }

    private static let always: Set<SearchTerm> = [
        .office("kss"), .open, .word("c"), .word("1"), .word("k7mq"), .word("3rtw"), .word("9xh3"),
        .word("k7mq3rtw9xh3"),
    ]

    @Test func textsNumbersAndListsAreItsWords() throws {
        let state = try #require(
            Self.state([
                "category": "Water", "households": 30, "flag": true, "share": .decimal(0.5),
                "places": .list(["Gulbahar", "Sen Sok"]), "due": "2026-04-10T04:30:00Z", "day": "2026-04-10",
            ]))
        #expect(
            state.terms(nil) { _, _ in nil }
                == Self.always.union(
                    Self.words("water", "30", "gulbahar", "sen", "sok", "2026", "04", "10", "20260410")))
    }

    @Test func whatIsSealedIsOpenedAndTaggedWithItsPersonAndPersonalCodesAreNot() throws {
        func sealed(_ subject: String) -> FieldValue { .sealed(SealedValue(subject: subject, box: "b")) }
        let state = try #require(
            Self.state(["name": sealed("p-1"), "sex": sealed("p-1"), "note": sealed("p-2"), "gone": sealed("p-3")]))
        let terms = state.terms(Self.workflow) { sealed, field in
            switch field {
            case "name": "Aisha"
            case "sex": "female"
            case "note": .list(["wet", "dry"])
            default: nil
            }
        }
        #expect(
            terms == Self.always.union(Self.words("aisha", "wet", "dry")).union([.subject("p-1"), .subject("p-2")]))
        #expect(state.subjects == ["p-1", "p-2", "p-3"])
    }

    @Test func onlyTheBeginningOfALongTextIsIndexed() throws {
        let text = String(repeating: "a ", count: CaseState.longestIndexed / 2) + "end"
        let state = try #require(Self.state(["note": .string(text)]))
        #expect(state.terms(nil) { _, _ in nil } == Self.always.union(Self.words("a")))
    }
}
