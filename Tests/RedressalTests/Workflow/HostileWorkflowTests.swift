import Testing

@testable import Redressal

@Suite(.timeLimit(.minutes(1))) struct HostileWorkflowTests {
    @Test func aliasBombsAreRefusedUnparsed() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...20 {
            let alias = "*a\(level - 1)"
            text += "a\(level): &a\(level) [\(Array(repeating: alias, count: 10).joined(separator: ", "))]\n"
        }
        #expect(Self.rules(text) == ["too-many-aliases"])
    }

    @Test func aliasBombsAreRefusedInEveryKindOfFile() {
        let text = "a: &a [x]\nb: [\(Array(repeating: "*a", count: 17).joined(separator: ", "))]\n"
        let log = ReadingLog(file: "programme.yaml")
        #expect(YAMLDocument.root(of: text, log: log) == nil)
        #expect(
            log.findings.map(\.description) == [
                "programme.yaml:2:69: error: expected at most 16 aliases but found more [too-many-aliases]"
            ])
    }

    @Test func aliasBombsInKeysAreRefusedUnparsed() {
        var text = "? &a0 [x, x]\n: 1\n"
        for level in 1...30 { text += "? &a\(level) [*a\(level - 1), *a\(level - 1)]\n: 1\n" }
        #expect(Self.rules(text) == ["too-many-aliases"])
    }

    @Test(arguments: [30, 900, 5000, 100_000])
    func deepNestingIsRefused(depth: Int) {
        let text = "workflow: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(Self.rules(text) == [depth < 1000 ? "too-deep" : "yaml-syntax"])
    }

    @Test func deepNestingByIndentationIsRefused() {
        let text = (0..<500).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
        #expect(Self.rules(text) == ["too-deep"])
    }

    /// Each of them was compared with each known name, for minutes.
    @Test func thousandsOfMistakesAreNotListed() {
        let roles = (0..<4000).map { "r\($0)" }.joined(separator: ", ")
        let others = (0..<4000).map { "q\($0)" }.joined(separator: ", ")
        let text = SmallWorkflow.text.replacing("system]", with: "system, \(roles)]")
            .replacing("by: [chief]", with: "by: [\(others)]")
        let rules = Self.rules(text)
        #expect(rules.count == 101)
        #expect(Set(rules) == ["unknown-role", "too-many-errors"])
    }

    @Test func aMessageQuotesOnlyTheBeginningOfALongText() throws {
        let text = SmallWorkflow.text.replacing("version: 1", with: "version: \(String(repeating: "x", count: 60_000))")
        let findings = WorkflowReader.read(text, file: "long.yaml").findings
        let message = try #require(findings.first?.message)
        #expect(message.hasPrefix("expected a whole number but found 'xxx"))
        #expect(message.count == 801)
        #expect(message.hasSuffix("x…"))
    }

    @Test func largeFilesAreRefused() {
        #expect(Self.rules(String(repeating: "# padding\n", count: 60_000)) == ["too-large"])
    }

    @Test(arguments: [
        "workflow: a\u{0}b", "\u{1}", "workflow: \"\\q\"", "- a\n- b", "--- a\n--- b", "{", "%YAML 9.9\n---\na: 1",
    ])
    func oddBytesAndDocumentsAreFindings(text: String) {
        let reading = WorkflowReader.read(text, file: "odd.yaml")
        #expect(reading.definition == nil)
        #expect(reading.findings.hasErrors)
        #expect(reading.findings.allSatisfy { $0.line >= 1 && $0.column >= 1 })
    }

    @Test func everyPrefixOfAShippedFileIsReadWithoutACrash() throws {
        let text = try WorkflowFiles.text("service_request")
        for length in stride(from: 0, to: text.count, by: 7) {
            let reading = WorkflowReader.read(String(text.prefix(length)), file: "cut.yaml")
            #expect(reading.definition != nil || reading.findings.hasErrors)
        }
    }

    @Test func damagedFilesAreReadWithoutACrash() {
        var generator = GuardGenerator(seed: 7)
        let pieces = [
            "{", "}", "[", "]", ":", "- ", "'", "\"", "&a ", "*a", "|", "\n", "  ", "? ", "#", "!!x ", "\t", "0", "%",
        ]
        for _ in 0..<300 {
            var text = Array(SmallWorkflow.text)
            for _ in 0...generator.next(4) {
                let position = generator.next(text.count)
                text.replaceSubrange(
                    position..<min(text.count, position + generator.next(12)), with: generator.pick(pieces))
            }
            let reading = WorkflowReader.read(String(text), file: "damaged.yaml")
            #expect(reading.definition != nil || reading.findings.hasErrors)
            #expect(WorkflowChecks.findings(for: reading).allSatisfy { $0.line >= 1 && $0.column >= 1 })
        }
    }

    @Test(arguments: [
        String(repeating: "(", count: 3000), String(repeating: "!", count: 3000),
        String(repeating: "-", count: 4000) + "1",
        String(repeating: "[", count: 3000), "true" + String(repeating: " && true", count: 400),
        "has(" + String(repeating: "size(", count: 500), String(repeating: "a", count: 5000),
        "kind" + String(repeating: ".contains('a')", count: 100),
    ])
    func guardsThatWouldExhaustTheStackAreRefused(text: String) {
        #expect(throws: GuardError.self) { try GuardParser.parse(text) }
    }

    private static func rules(_ text: String) -> [String] {
        WorkflowReader.read(text, file: "hostile.yaml").findings.map(\.rule)
    }
}
