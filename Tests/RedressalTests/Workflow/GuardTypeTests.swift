import Testing

@testable import Redressal

@Suite struct GuardTypeTests {
    static let typeErrors: [(String, Int, String)] = [
        ("number", 0, "expected true or false but 'number' is a whole number"),
        ("kind == 3", 8, "expected a text after 'kind ==' but '3' is a whole number"),
        ("kind == 'raod'", 8, "expected one of the values of kind but found 'raod'; did you mean 'road'?"),
        ("kind in ['road', 'sea']", 17, "expected one of the values of kind but found 'sea'"),
        ("state == 'shut'", 9, "expected one of the values of state but found 'shut'"),
        (
            "actor.role == 'cheif'", 14,
            "expected one of the values of actor.role but found 'cheif'; did you mean 'chief'?"
        ),
        ("number < 'x'", 9, "expected a whole number but '\"x\"' is a text"),
        ("flag < true", 0, "expected a number, text, date, instant or span before '<' but 'flag' is true or false"),
        ("number && flag", 0, "expected true or false but 'number' is a whole number"),
        ("!number", 1, "expected true or false but 'number' is a whole number"),
        ("-kind == 3", 1, "expected a number after '-' but 'kind' is a text"),
        (
            "kind + 1 == 2", 0,
            "expected numbers, or instants and spans, around '+' but 'kind' is a text and '1' is a whole number"
        ),
        ("kind in 'road'", 8, "expected a list after 'in' but '\"road\"' is a text"),
        ("number in ['a']", 10, "expected a list of a whole number after 'in' but '[\"a\"]' is a list (of a text)"),
        ("number.contains('a')", 0, "expected a text but 'number' is a whole number"),
        ("size(number) == 1", 5, "expected a text or a list in size() but 'number' is a whole number"),
        ("nmber == 1", 0, "expected a field but 'nmber' is not declared; did you mean 'number'?"),
        ("kind == road", 8, "expected a field but 'road' is not declared; did you mean the text \"road\"?"),
        (
            "name == 'x'", 0,
            "expected has(name) but found its value: a personal field is sealed, and guards cannot read it"
        ),
        (
            "size(note) > 3", 5,
            "expected has(note) but found its value: a personal field is sealed, and guards cannot read it"
        ),
        (
            "actor_is_not(name)", 13,
            "expected has(name) but found its value: a personal field is sealed, and guards cannot read it"
        ),
        ("cost > 3", 0, "expected has(cost) but found its value: guards cannot compare money"),
        ("has(kind, flag)", 0, "expected has(field) but found 2 arguments"),
        ("has()", 0, "expected has(field) but found 0 arguments"),
        ("count(CaseShut) > 1", 6, "expected an event or an action but 'CaseShut' is not declared"),
        ("within(due, 3d)", 7, "expected an instant but 'due' is a date"),
        ("within(at, 3)", 11, "expected a span of time but '3' is a whole number"),
        ("actor_is_not(clark)", 13, "expected a role or a field but 'clark' is not declared; did you mean 'clerk'?"),
        ("actor_is_not(number)", 13, "expected a field of type user, post or reference but number is integer"),
        ("second_approval(boss)", 16, "expected a role but 'boss' is not declared"),
        ("in_state(apeal, open)", 9, "expected a relation but 'apeal' is not declared; did you mean 'appeal'?"),
        ("between(number, 'a', 3)", 8, "expected a text but 'number' is a whole number"),
        ("includes(kind, 'road')", 9, "expected a list field in includes() but 'kind' is a text"),
        (
            "includes(groups, 'council ')", 17,
            "expected one of the values of groups but found 'council '; did you mean 'council'?"
        ),
        ("quorum(groups)", 7, "expected a list field that says its quorum but 'groups' does not"),
        ("has_authority(assignee)", 14, "expected a field of type post but 'assignee' is user"),
        ("trained(kind, first_aid)", 8, "expected trained(actor, course) but found 'kind'"),
        (
            "now - 3 < 1d", 0,
            "expected numbers, or instants and spans, around '-' but 'now' is an instant and '3' is a whole number"
        ),
    ]

    static let syntaxErrors: [(String, GuardError)] = [
        ("kind = 'road'", GuardError(.syntax, "expected '==' but found '='", at: 5)),
        ("a and b", GuardError(.syntax, "expected '&&' but found 'and'", at: 2)),
        ("a or b", GuardError(.syntax, "expected '||' but found 'or'", at: 2)),
        ("not a", GuardError(.syntax, "expected '!' but found 'not'", at: 0)),
        ("a & b", GuardError(.syntax, "expected '&&' but found '&'", at: 2)),
        ("", GuardError(.syntax, "expected a name or a value but found the end of the guard", at: 0)),
        ("a b", GuardError(.syntax, "expected an operator such as && or the end of the guard but found 'b'", at: 2)),
        ("(a", GuardError(.syntax, "expected ')' but found the end of the guard", at: 2)),
        ("[1 2]", GuardError(.syntax, "expected ',' or ']' but found '2'", at: 3)),
        ("'open", GuardError(.syntax, "expected a closing ' but found the end of the guard", at: 0)),
        ("'a\\x'", GuardError(.syntax, "expected one of \\\\ \\\" \\' \\n \\r \\t but found '\\x'", at: 2)),
        ("3x", GuardError(.syntax, "expected a number or a span such as 30m, 4h or 3d but found '3x'", at: 0)),
        (
            "99999999999999999999",
            GuardError(
                .syntax, "expected a number or a span such as 30m, 4h or 3d but found '99999999999999999999'", at: 0)
        ),
        (
            "a < 3bd",
            GuardError(.type, "expected a span by the wall clock such as 30m, 4h or 3d but found '3bd'", at: 4)
        ),
        ("duration('x') < 1d", GuardError(.type, "expected a span such as 30m, 4h or 3d but found 'x'", at: 9)),
        (
            "date('2026-02-30') == due",
            GuardError(.type, "expected a date such as 2026-04-10 but found '2026-02-30'", at: 5)
        ),
        ("timestamp(1) == now", GuardError(.type, "expected one text in quotation marks for timestamp", at: 0)),
        ("a.matches('x')", GuardError(.syntax, "expected startsWith, endsWith or contains but found 'matches'", at: 2)),
        (
            "actor.name == 'x'",
            GuardError(.syntax, "expected user, role or office after 'actor.' but found 'name'", at: 6)
        ),
        ("haz(a)", GuardError(.syntax, "expected a function but found 'haz'; did you mean 'has'?", at: 0)),
        ("has(1)", GuardError(.type, "expected a name in has()", at: 4)),
        ("a # b", GuardError(.syntax, "expected a name, a value or an operator but found '#'", at: 2)),
    ]

    @Test(arguments: Self.typeErrors)
    func typeErrorsNameTheirPlaceAndBothTypes(text: String, offset: Int, message: String) throws {
        let expression = try GuardParser.parse(text)
        #expect(
            GuardTypeChecker.errors(in: expression, scope: FakeGuardContext.scope)
                == [GuardError(.type, message, at: offset)])
    }

    @Test(arguments: Self.syntaxErrors)
    func syntaxErrorsSayWhatWasExpected(text: String, error: GuardError) {
        #expect(throws: error) { try GuardParser.parse(text) }
    }
}
