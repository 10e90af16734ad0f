import Foundation
import Redressal
import RedressalRuntime

/// Hands one command in and prints its outcome.
struct CommandSender {
    let installation: Installation
    let json: Bool

    /// - Parameter key: The idempotency key; the same key again gets the first outcome back.
    static func commandID(key: String?) -> CommandID {
        CommandID(key.map { DerivedID.uuid("command", $0) } ?? UUID().uuidString.lowercased())
    }

    /// - Throws: `ExitCode` 1 after printing why it was refused.
    func send(_ draft: CommandDraft) async throws {
        let gateway = try await self.installation.gateway(patience: .seconds(10))
        let outcomes: [Outcome]
        do {
            outcomes = try await gateway.submit([draft])
        } catch {
            await gateway.close()
            throw error
        }
        await gateway.close()
        guard let outcome = outcomes.first else { return }
        if self.json { try Terminal.json(outcome) }
        if let rejection = outcome.rejection {
            throw CommandFailure(.refused, "refused (\(rejection.code.rawValue)): \(rejection.message)")
        }
        if !self.json { await self.tell(outcome) }
    }

    private func tell(_ outcome: Outcome) async {
        let repeated = outcome.repeated ? " (already done before)" : ""
        _ = try? await self.installation.views.wait(for: outcome.case, seq: outcome.seq, .seconds(3))
        let state = try? await self.installation.views.find(outcome.case.text)
        let reference = state?.reference ?? TrackingReference.make(for: outcome.case)
        Terminal.print("case \(reference)  \(outcome.case)\(repeated)")
        if let state {
            let due = state.due.map { ", due \($0)" } ?? ""
            Terminal.print("now \(state.state) at event \(outcome.seq)\(due)")
        }
    }
}
