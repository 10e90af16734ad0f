import Testing

@testable import Redressal

@Suite struct GuardExplanationTests {
    static let reasons: [(String, [String])] = [
        ("has(empty)", ["expected empty to be filled in but it is empty"]),
        (
            "has(empty) && number > 5 && kind == 'road'",
            ["expected empty to be filled in but it is empty", "expected number to be more than 5 but number is 3"]
        ),
        (
            "has(empty) || kind == 'water'",
            ["expected empty to be filled in but it is empty, or kind to be \"water\" but kind is \"road\""]
        ),
        ("count(CaseClosed) < 2", ["expected count(CaseClosed) to be less than 2 but count(CaseClosed) is 2"]),
        ("within(at, 10m)", ["expected at most 10m since at but more has passed"]),
        ("actor_is_not(clerk)", ["expected someone else than the clerk but the actor is that person"]),
        ("second_approval(clerk)", ["expected the approval of another clerk first but there is none"]),
        ("in_state(appeal, closed, open)", ["expected the linked appeal to be closed or open but it is remanded"]),
        ("between(number, 5, 9)", ["expected number to be between 5 and 9 but it is 3"]),
        ("includes(groups, 'providers')", ["expected groups to include \"providers\" but it does not"]),
        ("!has(kind)", ["expected kind not to be given but it is"]),
        (
            "!has(kind) || between(number, 5, 9)",
            ["expected kind not to be given but it is, or number to be between 5 and 9 but it is 3"]
        ),
        (
            "(has(empty) && number > 5) || flag == false",
            [
                "expected empty to be filled in but it is empty and number to be more than 5 but number is 3, "
                    + "or flag to be false but flag is true"
            ]
        ),
        ("!flag", ["expected flag to be false but it is true"]),
        ("!(kind in ['road', 'water'])", ["expected kind not to be one of \"road\", \"water\" but kind is \"road\""]),
        (
            "!(has(kind) && number <= 3)",
            ["expected kind not to be given or number to be more than 3 but that is not so"]
        ),
        ("kind in ['water', 'gas']", ["expected kind to be one of \"water\", \"gas\" but kind is \"road\""]),
        ("due <= date('2026-04-01')", ["expected due to be at most 2026-04-01 but due is 2026-04-10"]),
        (
            "at < timestamp('1970-01-01T00:00:00Z')",
            ["expected at to be less than 1970-01-01T00:00:00.000Z but at is 1970-01-12T13:30:00.000Z"]
        ),
        (
            "between(due, date('2026-05-01'), date('2026-06-01'))",
            ["expected due to be between 2026-05-01 and 2026-06-01 but it is 2026-04-10"]
        ),
        ("trained(actor, first_aid)", ["expected the actor to have passed first_aid but they have not"]),
        ("kind.startsWith('wa')", ["expected 'kind.startsWith(\"wa\")' but it does not hold"]),
    ]

    @Test(arguments: Self.reasons)
    func everyPartThatDoesNotHoldIsNamed(text: String, reasons: [String]) throws {
        let expression = try GuardParser.parse(text)
        #expect(try !expression.evaluate(in: FakeGuardContext.typical))
        #expect(expression.explain(in: FakeGuardContext.typical) == reasons)
    }

    @Test func quorumsAndConflictsAreExplained() throws {
        var context = FakeGuardContext.typical
        context.quorums = ["members": 3]
        context.hasConflict = true
        #expect(
            try GuardParser.parse("quorum(members) && no_conflict").explain(in: context) == [
                "expected at least 3 different members in members but there are 2",
                "expected someone without a conflict of interest but the actor is, reports to or is related to "
                    + "the person complained about",
            ])
    }
}
