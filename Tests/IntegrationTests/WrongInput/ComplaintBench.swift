import Foundation
import Postgres
import RedressalTesting

/// A few complaints to try wrong commands on, in an installation where a `serve` runs.
struct ComplaintBench {
    /// What a person wrote; it must never be found in clear.
    static let secret = "Zubaida Khatoon of house 12"
    static let office = "kp-bhu-1"

    let folder: URL
    /// Received, and nothing more.
    let received: String
    /// Its handler, who could also approve, has proposed a resolution.
    let proposed: String

    /// What the outcome of an opening tells.
    private struct Opened: Decodable {
        let `case`: String
    }

    init(_ sandbox: Sandbox) async throws {
        self.folder = sandbox.folder
        self.received = try await Self.open(sandbox, at: Self.office)
        self.proposed = try await Self.open(sandbox, at: "kp-vc-1")
        for step in [
            ["acknowledge", "--as", "u-205"],
            ["assign", "--as", "u-206", "--set", "assignee=kp-vc-1-secretary", "--set", "category=medicine"],
            ["accept", "--as", "u-241", "--role", "handler"],
            [
                "propose_resolution", "--as", "u-241", "--role", "handler", "--set", "outcome_code=relief_granted",
                "--set", "action_taken=Stock was ordered",
            ],
        ] {
            let answer = try await sandbox.run(["case", "do", self.proposed] + step + ["--json"])
            let seq = try answer.json(Done.self).seq
            try await sandbox.folded(self.proposed, seq)
        }
        try await sandbox.folded(self.received, 1)
    }

    /// What the outcome of an action tells.
    private struct Done: Decodable {
        let seq: Int
    }

    private static func open(_ sandbox: Sandbox, at office: String) async throws -> String {
        let answer = try await sandbox.run(
            "case", "open", "complaint", "--office", office, "--as", "u-281", "--set", "language=en", "--set",
            "summary=\(Self.secret) asks for medicine", "--json")
        return try answer.json(Opened.self).case
    }

    /// Writes a file of bytes.
    func file(_ name: String, _ bytes: some Sequence<UInt8>) -> String {
        let file = self.folder.appending(path: name)
        try? Data(bytes).write(to: file)
        return file.path
    }
}

extension Sandbox {
    /// Waits until a case is in the read models up to an event.
    fileprivate func folded(_ id: String, _ seq: Int) async throws {
        try await Fact.wait(for: "event \(seq) of the case in the read models") {
            let found = try await self.database.number(
                "SELECT count(*) FROM read.case_current WHERE case_id = \(id) AND seq >= \(seq)")
            return found == 1
        }
    }
}
