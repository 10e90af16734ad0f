import Foundation
import RedressalTesting

/// A command line that must be refused.
struct WrongCommand {
    let name: String
    let arguments: [String]
    let code: Int32
    /// What standard error must tell: what was found, and what was expected.
    let words: [String]

    private init(_ name: String, _ arguments: [String], code: Int32 = 1, _ words: String...) {
        self.name = name
        self.arguments = arguments
        self.code = code
        self.words = words
    }

    static func all(_ bench: ComplaintBench) -> [WrongCommand] {
        self.actions(bench) + self.fields(bench) + self.files(bench) + self.openings(bench) + self.lists
    }

    private static func actions(_ bench: ComplaintBench) -> [WrongCommand] {
        func act(_ id: String, _ rest: String...) -> [String] { ["case", "do", id] + rest }
        return [
            WrongCommand(
                "not in this state", act(bench.received, "accept", "--as", "u-221"), "not_in_this_state", "'accept'",
                "received"),
            WrongCommand(
                "not this role", act(bench.received, "acknowledge", "--as", "u-221"), "not_this_role", "intake",
                "handler"),
            WrongCommand(
                "a role not held", act(bench.received, "acknowledge", "--as", "u-221", "--role", "intake"), "'u-221'",
                "'intake'", "handler"),
            WrongCommand(
                "unknown action", act(bench.received, "acknowlege", "--as", "u-205"), "unknown_action",
                "did you mean 'acknowledge'?"),
            WrongCommand(
                "the same person", act(bench.proposed, "approve", "--as", "u-241", "--role", "triage_officer"),
                "same_person", "propose_resolution"),
            WrongCommand(
                "another office's post",
                act(
                    bench.received, "set_severity", "--as", "u-241", "--role", "triage_officer", "--set",
                    "severity=urgent", "--set", "reason_code=many_ill"), "outside_jurisdiction", "kp-bhu-1"),
            WrongCommand(
                "somebody else's complaint",
                act(bench.received, "withdraw", "--as", "u-282", "--set", "withdrawal_statement=x"), "not_a_party",
                "complainant_ref"),
            WrongCommand(
                "nobody", act(bench.received, "acknowledge", "--as", "", "--role", "intake"), code: 64, "--as"),
            WrongCommand(
                "a key with a space",
                act(bench.received, "acknowledge", "--as", "u-205", "--idempotency-key", "two words"), code: 64,
                "--idempotency-key", "'two words'"),
            WrongCommand(
                "unknown case", act("00000000-0000-8000-8000-000000000000", "acknowledge", "--as", "u-205"),
                "expected an existing case"),
            WrongCommand(
                "mistyped tracking number", act("K7MQ-3RTW-9XHD", "acknowledge", "--as", "u-205"),
                "expected an existing case", "a character may be wrong"),
            WrongCommand(
                "stale", act(bench.received, "acknowledge", "--as", "u-205", "--expected", "1"), "stale", "1"),
        ]
    }

    private static func fields(_ bench: ComplaintBench) -> [WrongCommand] {
        func note(_ rest: String...) -> [String] {
            ["case", "do", bench.received, "add_note", "--as", "u-206"] + rest
        }
        return [
            WrongCommand("missing required field", note(), "missing_field", "note"),
            WrongCommand(
                "unknown field", note("--set", "note=x", "--set", "nota=\(ComplaintBench.secret)"), "'nota'",
                "complaint"),
            WrongCommand(
                "wrong type",
                ["case", "do", bench.proposed, "add_note", "--as", "u-206", "--set", "anonymous=perhaps"],
                "'anonymous'", "true or false", "'perhaps'"),
            WrongCommand(
                "an unknown assignee",
                [
                    "case", "do", bench.received, "reassign", "--as", "u-206", "--set", "assignee=u-nobody", "--set",
                    "reason_code=workload",
                ], "unknown_person", "u-nobody"),
            WrongCommand(
                "a field set twice", note("--set", "note=x", "--set", "note=y"), code: 64, "'note'", "one value"),
            WrongCommand(
                "a field set in both ways", note("--set", "note=x", "--set-file", "note=y.txt"), code: 64, "'note'",
                "one value"),
            WrongCommand("a field without a value", note("--set", "note"), code: 64, "--set name=…", "'note'"),
        ]
    }

    private static func files(_ bench: ComplaintBench) -> [WrongCommand] {
        let nul = bench.file("nul.txt", "\(ComplaintBench.secret)\0".utf8)
        let latin = bench.file("latin1.txt", [0x43, 0x61, 0x66, 0xE9])
        let long = bench.file("long.txt", repeatElement(UInt8(ascii: "a"), count: 1 << 20))
        func note(_ rest: String...) -> [String] {
            ["case", "do", bench.received, "add_note", "--as", "u-206"] + rest
        }
        return [
            WrongCommand("NUL", note("--set-file", "note=\(nul)"), "NUL", "'note'"),
            WrongCommand("invalid UTF-8", note("--set-file", "note=\(latin)"), "UTF-8", "'note'"),
            WrongCommand("1 MB of text", note("--set-file", "note=\(long)"), "'note'", "1048576"),
            WrongCommand(
                "no such file", note("--set-file", "note=\(bench.folder.path)/none.txt"), "'note'", "there is no",
                "none.txt"),
            WrongCommand("a folder", note("--set-file", "note=\(bench.folder.path)"), "'note'", "is a folder"),
            WrongCommand("no path", note("--set-file", "note="), code: 64, "--set-file note=…", "empty"),
        ]
    }

    /// Names that exist nowhere are told from lists that are empty.
    private static let lists = [
        WrongCommand(
            "list of an unknown office", ["case", "list", "--office", "kp-bhu-99"],
            "no office is called 'kp-bhu-99'", "kp-bhu-1"),
        WrongCommand(
            "list of an unknown workflow", ["case", "list", "--workflow", "complant"],
            "no workflow is called 'complant'", "complaint"),
        WrongCommand(
            "list of an unknown state", ["case", "list", "--workflow", "complaint", "--state", "nonsense", "--json"],
            "no state is called 'nonsense'", "more"),
    ]

    private static func openings(_ bench: ComplaintBench) -> [WrongCommand] {
        func open(_ workflow: String, _ office: String, _ rest: String...) -> [String] {
            ["case", "open", workflow, "--office", office, "--as", "u-281"] + rest
        }
        let text = ["--set", "summary=\(ComplaintBench.secret)"]
        return [
            WrongCommand(
                "unknown workflow", open("complant", ComplaintBench.office) + text, "'complant'", "complaint"),
            WrongCommand(
                "unknown office", open("complaint", "kp-bhu-99", "--set", "language=en") + text, "unknown_office",
                "kp-bhu-99"),
            WrongCommand(
                "opening without a required field", open("complaint", ComplaintBench.office) + text, "missing_field",
                "language"),
            WrongCommand(
                "a value that is not in the list",
                open("complaint", ComplaintBench.office, "--set", "language=xx") + text, "'language'", "ur"),
            WrongCommand(
                "no role", ["case", "open", "complaint", "--office", ComplaintBench.office, "--as", "u-12345"] + text,
                code: 64, "--role", "u-12345"),
        ]
    }
}
