import Redressal
import RedressalRuntime

extension TestSystem {
    /// A command that opens a duty.
    ///
    /// - Parameters:
    ///   - id: The case.
    ///   - command: The command's id; nil follows from the case.
    ///   - due: Its deadline; nil is in a hundred days.
    package func opening(
        _ id: String, as command: String? = nil, workflow: String = "duty", due: Instant? = nil, vouched: String? = nil,
        _ fields: [String: FieldValue] = [:]
    ) -> Command {
        let due = due ?? Self.start.advanced(bySeconds: 100 * 86_400)
        let all = fields.merging(["due_at": .string(due.description)]) { given, _ in given }
        return self.command(
            id, as: command ?? "open-\(id)", vouched: vouched,
            .open(OpenCase(workflow: workflow, office: "desk", fields: all)))
    }

    /// A command that does an action.
    package func doing(
        _ action: String, to id: String, as command: String, _ fields: [String: FieldValue] = [:]
    ) -> Command {
        self.command(id, as: command, .act(TakeAction(action: action, fields: fields)))
    }

    /// A command of a clerk, at the clock's time.
    package func command(
        _ id: String, as command: String, vouched: String? = nil, channel: String = "walk_in", _ request: CommandRequest
    ) -> Command {
        Command(
            id: CommandID(command), case: CaseID(id), actor: Actor(user: "u-clerk", role: "clerk"), channel: channel,
            occurred: self.clock.now(), vouched: vouched, request: request)
    }

    /// Hands commands in and waits for their outcomes, in parts such as a client would send.
    @discardableResult
    package func submit(_ commands: [Command], subject: String? = nil) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        var rest = commands[...]
        while !rest.isEmpty {
            let part = rest.prefix(1000)
            rest = rest.dropFirst(1000)
            outcomes += try await self.gateway.submit(part.map { CommandDraft($0, subject: subject) })
        }
        return outcomes
    }

    /// Appends commands without a gateway, as a foreign client may.
    package func append(_ commands: [Command]) async throws {
        _ = try await self.log.append(
            try commands.map { try CommandRecord.make($0, among: self.log.partitionCount) })
    }

    /// The partition of a case.
    package func partition(of id: String) -> Int { Partitioner.partition(of: id, among: self.log.partitionCount) }
}
