import Testing

@testable import Redressal

@Suite struct GuardPrintingTests {
    @Test func everyPrintedGuardReadsBackAsItself() throws {
        var generator = GuardGenerator(seed: 20_260_410)
        for _ in 0..<2000 {
            let expression = generator.expression(depth: 5)
            let text = expression.description
            let again = try GuardParser.parse(text)
            #expect(again == expression, "\(text)")
            #expect(again.description == text)
        }
    }

    @Test(arguments: [
        ("a&&b||c", "a && b || c"), ("a && (b || c)", "a && (b || c)"), ("(a && b) && c", "a && b && c"),
        ("a && (b && c)", "a && (b && c)"), ("a - (b - c) == 1", "a - (b - c) == 1"), ("!(a && b)", "!(a && b)"),
        ("count(\"CaseClosed\") < 2", "count(CaseClosed) < 2"), ("now - at < duration('90m')", "now - at < 90m"),
        ("x == 'it\\'s \"so\"'", "x == \"it's \\\"so\\\"\""), ("- - 3 < 1.50", "--3 < 1.5"),
        ("no_conflict()", "no_conflict"), ("(a.contains('b'))", "a.contains(\"b\")"),
    ])
    func guardsHaveOneNormalForm(text: String, normal: String) throws {
        #expect(try GuardParser.parse(text).description == normal)
    }
}
