import Foundation
import RedressalTesting
import Testing

/// Variables and arguments that cannot be meant: each is wrong usage, and named.
@Suite(.serialized) struct WrongSettingTests {
    /// A variable's value, and what standard error must and must not tell.
    private struct WrongSetting {
        let name: String
        let value: String
        let shown: String
        let secret: String

        init(_ name: String, _ value: String, shown: String, secret: String = "s3cret") {
            self.name = name
            self.value = value
            self.shown = shown
            self.secret = secret
        }
    }

    private static let settings = [
        WrongSetting("REDRESSAL_LOG", "foo", shown: "'foo'"),
        WrongSetting("REDRESSAL_LOG_FORMAT", "xml", shown: "'xml'"),
        WrongSetting("DATABASE_URL", "nonsense", shown: "'nonsense'"),
        WrongSetting("DATABASE_URL", "mysql://me:s3cret@db/redressal?x=y", shown: "'mysql://…'"),
        WrongSetting("DATABASE_URL", "me:s3cret@db/redressal", shown: "'…@db/redressal'"),
    ]

    @Test(.timeLimit(.minutes(5))) func everyWrongVariableIsNamed() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            for wrong in Self.settings {
                let answer = try await sandbox.run(
                    ["case", "list"], expecting: 64, with: [wrong.name: wrong.value], limit: 60)
                for word in ["expected", wrong.name, wrong.shown] {
                    #expect(answer.errors.contains(word), "\(answer.shown)")
                }
                #expect(!answer.errors.contains(wrong.secret), "\(answer.shown)")
            }
        }
        try await Sandbox.with(.kafka) { sandbox in
            let properties = ["REDRESSAL_KAFKA_PROPERTIES": "sasl.mechanism=PLAIN;s3cret"]
            let answer = try await sandbox.run(["case", "list"], expecting: 64, with: properties, limit: 60)
            #expect(answer.errors.contains("REDRESSAL_KAFKA_PROPERTIES but part 2 of 2"), "\(answer.shown)")
            #expect(!answer.errors.contains("s3cret"), "\(answer.shown)")
        }
    }

    @Test(.timeLimit(.minutes(5)), arguments: ["a\\377b", "a\\357\\277\\275b"])
    func argumentsThatAreNoTextAreRefused(_ octal: String) async throws {
        try await Sandbox.with(.postgres, partitions: 0) { sandbox in
            let script = "exec \"$0\" case list --office \"$(printf '\(octal)')\""
            let answer = try await sandbox.answer(["/bin/sh", "-c", script, try Setting.binary()])
            #expect(answer.code == 64, "\(answer.shown)")
            #expect(answer.errors.contains("expected UTF-8 text in argument 4"), "\(answer.shown)")
        }
    }

    @Test(.timeLimit(.minutes(5))) func aDatabaseKeepsToItsLog() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            for command in [["migrate"], ["case", "list"], ["worker"]] {
                let answer = try await sandbox.run(command, expecting: 2, with: ["REDRESSAL_LOG": "kafka"], limit: 60)
                #expect(
                    answer.errors.contains("expected the log that this database belongs to, postgres, but"),
                    "\(answer.shown)")
            }
            try await sandbox.run("case", "list")
        }
    }

    @Test(.timeLimit(.minutes(5))) func nobodyActsAsTheEngine() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.run("workflow", "publish")
            let answer = try await sandbox.run(
                "case", "open", "complaint", "--office", "kp-bhu-1", "--as", "system", "--role", "system", "--set",
                "language=en", "--set", "summary=x", expecting: 1)
            #expect(answer.errors.contains("the engine's own name"), "\(answer.shown)")
        }
    }
}
