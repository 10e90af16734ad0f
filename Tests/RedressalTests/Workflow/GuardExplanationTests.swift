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
            ["expected empty to be filled in but it is empty, or expected kind to be \"water\" but kind is \"road\""]
        ),
        ("count(CaseClosed) < 2", ["expected count(CaseClosed) to be less than 2 but count(CaseClosed) is 2"]),
        ("within(at, 10m)", ["expected at most 10m since at but more has passed"]),
        ("actor_is_not(clerk)", ["expected someone else than the clerk but the actor is that person"]),
        ("second_approval(clerk)", ["expected the approval of another clerk first but there is none"]),
        ("in_state(appeal, closed, open)", ["expected the linked appeal to be closed or open but it is remanded"]),
        ("between(number, 5, 9)", ["expected number to be between 5 and 9 but it is 3"]),
        ("includes(groups, 'providers')", ["expected groups to include \"providers\" but it does not"]),
        ("!has(kind)", ["expected that not 'has(kind)' but it holds"]),
        ("kind in ['water']", ["expected kind to be one of [\"water\"] but kind is \"road\""]),
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
