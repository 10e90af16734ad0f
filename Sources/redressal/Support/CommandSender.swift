import Foundation
import Redressal
import RedressalRuntime

/// Hands one command in and prints its outcome.
struct CommandSender {
    let installation: Installation
    let json: Bool
    /// The idempotency key as it was given.
    let key: String?

    /// - Parameter key: The idempotency key; the same key again gets the first outcome back.
    static func commandID(key: String?) -> CommandID {
        CommandID(key.map { DerivedID.uuid("command", $0) } ?? UUID().uuidString.lowercased())
    }

    /// - Parameter office: The case's, whose local time people read.
    /// - Throws: ``CommandFailure`` with the reason when it was refused, after printing the outcome as JSON if asked to.
    func send(_ draft: CommandDraft, at office: String) async throws {
        let gateway = try await self.installation.gateway(patience: .seconds(10))
        let outcomes: [Outcome]
        do {
            outcomes = try await gateway.submit([draft])
        } catch {
            await gateway.close()
            guard error.code == .noAnswer else { throw error }
            let reference = TrackingReference.make(for: draft.command.case)
            throw CommandFailure(
                .unreachable,
                "\(error.message) It is kept and may still be decided: do not give it anew, look first with "
                    + "`redressal case show \(draft.command.case)` (tracking number \(reference))")
        }
        await gateway.close()
        guard let outcome = outcomes.first.map({ self.named($0) }) else { return }
        if self.json { try Terminal.json(CommandAnswer(outcome: outcome)) }
        if let rejection = outcome.rejection {
            let time = OfficeTime(office, self.installation.definitions.catalog())
            let reason = time.localisedAlone(rejection.quoting(draft.command.request).message)
            throw CommandFailure(.refused, "refused (\(rejection.code.rawValue)): \(reason)")
        }
        if !self.json { await self.tell(outcome) }
    }

    /// The outcome in the words of whoever sent it: with the key that was given, not the id that was made of it.
    private func named(_ outcome: Outcome) -> Outcome {
        guard let key = self.key, outcome.rejection?.code == .commandReused else { return outcome }
        let rejection = Rejection(
            .commandReused,
            "expected the same request as before under idempotency key '\(key)' but its content is another: take a "
                + "new key")
        return Outcome(
            command: outcome.command, case: outcome.case, status: outcome.status, rejection: rejection,
            seq: outcome.seq, events: outcome.events, repeated: outcome.repeated, request: outcome.request)
    }

    private func tell(_ outcome: Outcome) async {
        let repeated = outcome.repeated ? " (already done before)" : ""
        let isShown =
            (try? await self.installation.views.wait(for: outcome.case, seq: outcome.seq, .seconds(3))) ?? false
        let state = try? await self.installation.views.find(outcome.case.text)
        let reference = state?.reference ?? TrackingReference.make(for: outcome.case)
        Terminal.print("case \(reference)  \(outcome.case)\(repeated)")
        guard isShown else {
            return Terminal.print("accepted; lists do not show it yet: is a worker running? See `projection status`")
        }
        if let state {
            let time = OfficeTime(state.office, self.installation.definitions.catalog())
            let due = state.due.map { ", due \(time.text($0)) \(time.zoneName)" } ?? ""
            Terminal.print("now \(state.state) at event \(outcome.seq)\(due)")
        }
    }
}
