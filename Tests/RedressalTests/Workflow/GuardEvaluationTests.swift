import Testing

@testable import Redressal

@Suite struct GuardEvaluationTests {
    static let truths: [(String, Bool)] = [
        ("true", true), ("false", false), ("!false", true), ("!!true", true),
        ("true && true", true), ("true && false", false), ("false || true", true), ("false || false", false),
        ("false && true || true", true), ("false && (true || true)", false),
        ("kind == 'road'", true), ("kind != \"road\"", false), ("kind in ['water', 'road']", true),
        ("kind in []", false), ("kind < 'water'", true),
        ("number == 3", true), ("number == 3.0", true), ("number < 3", false), ("number <= 3", true),
        ("number > 2.5", true),
        ("number >= 4", false), ("number + 1 * 2 == 5", true), ("(number + 1) * 2 == 8", true),
        ("number - 1 - 1 == 1", true),
        ("7 / 2 == 3", true), ("-7 / 2 == -3", true), ("7 / 2.0 == 3.5", true), ("share * 2 == 1", true),
        ("-number < 0", true),
        ("flag", true), ("flag == true", true), ("!flag", false),
        ("kind.startsWith('ro')", true), ("kind.endsWith('ro')", false), ("kind.contains('oa')", true),
        ("kind.contains('')", true),
        ("size(kind) == 4", true), ("size(groups) == 2", true), ("size([]) == 0", true),
        ("has(kind)", true), ("has(empty)", false), ("has(name)", true), ("has(note)", false),
        ("has(closed_at)", false),
        ("count(CaseClosed) == 2", true), ("count(close) == 0", true),
        ("within(at, 30m)", true), ("within(at, 16m)", false), ("within(at, duration('1d'))", true),
        ("now - at == duration('1h')", false), ("now - at < 1h", true), ("now > at", true), ("at + 1h > now", true),
        ("now == timestamp('1970-01-12T13:46:40Z')", true), ("opened_at < state_since", true),
        ("due == date('2026-04-10')", true), ("due < date('2026-04-09')", false),
        ("due <= today", true), ("due < today", false),
        ("state == 'open'", true), ("actor.user == 'u1'", true), ("actor.role == 'chief'", false),
        ("actor.office == 'o1'", true),
        ("no_conflict", true), ("no_conflict()", true), ("actor_is_not(clerk)", false), ("actor_is_not(chief)", true),
        ("actor_is_not(assignee)", false), ("second_approval(chief)", true), ("second_approval(clerk)", false),
        ("in_state(appeal, remanded)", true), ("in_state(appeal, closed, remanded)", true),
        ("in_state(appeal, closed)", false),
        ("between(number, 1, 3)", true), ("between(number, 4, 9)", false), ("between(share, 0, 1)", true),
        ("includes(groups, 'citizens')", true), ("quorum(members)", true), ("has_authority(seat)", true),
        ("trained(actor, safeguarding)", true), ("trained(actor, first_aid)", false),
        // As in CEL, an answer that one side decides needs no answer from the other.
        ("false && empty == 1", false), ("empty == 1 && false", false), ("true || empty == 1", true),
        ("empty == 1 || true", true),
    ]

    static let failures: [(String, GuardFailure)] = [
        ("empty == 1", GuardFailure.missing("empty")), ("empty == 1 && true", .missing("empty")),
        ("within(closed_at, 30d)", .missing("closed_at")),
        ("number / 0 == 1", .divisionByZero), ("share / 0 == 1", .divisionByZero),
        ("9223372036854775807 + number > 0", .overflow),
        ("9223372036854775807 * 2 > 0", .overflow), ("-9223372036854775807 - number < 0", .overflow),
    ]

    @Test(arguments: Self.truths)
    func guardsAnswerAsTheTableSays(text: String, expected: Bool) throws {
        let expression = try GuardParser.parse(text)
        #expect(GuardTypeChecker.errors(in: expression, scope: FakeGuardContext.scope) == [])
        #expect(try expression.evaluate(in: FakeGuardContext.typical) == expected)
        #expect(expression.explain(in: FakeGuardContext.typical).isEmpty == expected)
    }

    @Test(arguments: Self.failures)
    func guardsWithoutAnAnswerSayWhy(text: String, failure: GuardFailure) throws {
        let expression = try GuardParser.parse(text)
        #expect(throws: failure) { try expression.evaluate(in: FakeGuardContext.typical) }
        #expect(expression.explain(in: FakeGuardContext.typical) == [failure.description])
    }

    @Test func anUndecidedOrFailsAndNamesBothSides() throws {
        let expression = try GuardParser.parse("flag == false || empty == 1")
        #expect(throws: GuardFailure.missing("empty")) { try expression.evaluate(in: FakeGuardContext.typical) }
        #expect(
            expression.explain(in: FakeGuardContext.typical) == [
                "expected flag to be false but flag is true, or empty to be filled in but it is empty"
            ])
    }

    @Test func valuesOfTheWrongTypeAreRefusedNotCompared() throws {
        var context = FakeGuardContext.typical
        context.values["number"] = .string("three")
        let failure = GuardFailure.unexpectedType(expected: "a value to compare with \"three\"", found: "2")
        let expression = try GuardParser.parse("number > 2")
        #expect(throws: failure) { try expression.evaluate(in: context) }
    }
}
