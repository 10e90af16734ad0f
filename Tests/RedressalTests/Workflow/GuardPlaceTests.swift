import Testing

@testable import Redressal

@Suite struct GuardPlaceTests {
    @Test(arguments: [
        ("'has(kind) && kind == ''raod'''", "24:33"), ("\"has(kind) && kind == \\\"raod\\\"\"", "24:33"),
        ("has(kind) && kind == 'raod'", "24:32"), ("\"has(kind)\n       && kind == 'raod'\"", "25:19"),
        ("has(kind)\n      && kind == 'raod'", "25:18"), (">-\n      has(kind)\n      && kind == 'raod'", "26:18"),
        ("|\n      has(kind) &&\n\n      kind == 'raod'", "27:15"),
        ("\"has(kind) && \\\n      kind == 'raod'\"", "24:11"),
        ("\"has(kind) &&\"", "24:24"), ("'ښ == 3'", "24:12"), ("'kind == \"ښار\" && flg'", "24:29"),
    ])
    func mistakesAreFoundInsideEveryStyleOfText(when: String, place: String) {
        let text = SmallWorkflow.text.replacing("\"has(kind)\"", with: when)
        let errors = SmallWorkflow.findings(text).filter { $0.rule.hasPrefix("guard-") }
        #expect(errors.last.map { "\($0.line):\($0.column)" } == place, "\(errors)")
    }

    @Test func windowsLineEndsChangeNothing() {
        let bad = SmallWorkflow.text.replacing("\"has(kind)\"", with: "|\n      has(kind) &&\n      kind == 'raod'")
        let findings = SmallWorkflow.findings(bad)
        #expect(findings.map(\.line) == [26])
        #expect(SmallWorkflow.findings(bad.replacing("\n", with: "\r\n")) == findings)
    }

    /// Found by fuzzing: YAML counts lines by other line ends too, and places inside guards were looked for on others.
    @Test(arguments: ["\r", "\u{85}", "\u{2028}"]) func otherLineEndsChangeNothing(end: String) {
        let bad = SmallWorkflow.text.replacing("\"has(kind)\"", with: "\"has(kind) && kind == 'raod'\"")
        let findings = SmallWorkflow.findings(bad)
        #expect(findings.map(\.line) == [24])
        #expect(SmallWorkflow.findings(bad.replacing("\n", with: end)) == findings)
    }
}
