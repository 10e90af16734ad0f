import Redressal
import RedressalRuntime
import Synchronization

/// Somebody who gives commands, most of them sensible, and asks again until there is an answer.
struct SimulatedClient: Sendable {
    let number: Int
    let world: World

    /// Gives as many commands as the world wants.
    func run() async {
        var cases: [CaseID] = []
        for turn in 0..<self.world.options.commands {
            let command = self.command(turn, &cases)
            if self.world.pick(10) == 0 {
                // The same twice at the same time, as from a browser whose button was clicked twice.
                async let twin: Void = self.send(command)
                await self.send(command)
                await twin
            } else {
                await self.send(command)
            }
            if self.world.pick(12) == 0 { await self.send(command) }
            if self.world.pick(15) == 0 { await self.send(self.other(command)) }
            await self.world.scheduler.sleep(until: self.world.scheduler.time + .milliseconds(self.world.pick(200)))
        }
    }

    private func command(_ turn: Int, _ cases: inout [CaseID]) -> Command {
        let known = cases.filter { id in self.world.tables.withLock { $0.states[id] != nil } }
        let opens = known.isEmpty || self.world.pick(4) == 0
        let id = opens ? CaseID("case-\(self.number)-\(cases.count)") : known[self.world.pick(known.count)]
        if opens { cases.append(id) }
        let state = opens ? nil : self.world.tables.withLock { $0.states[id] }
        let draft = self.world.withRandom { self.draft(on: state, id, turn, &$0) }
        return self.command("c\(self.number)-\(turn)", on: id, draft)
    }

    /// What to ask for; thought over a few times, so that most of it is allowed.
    private func draft(
        on state: CaseState?, _ id: CaseID, _ turn: Int, _ random: inout SeededGenerator
    ) -> WalkCommands.Draft {
        let now = self.world.clock.now()
        var draft = self.world.commands.opening(now: now, using: &random)
        guard let state else { return draft }
        let actions = self.world.workflow.actions(from: StateName(state.state)).filter { !$0.timer }
        for _ in 0..<5 {
            guard let action = actions.randomElement(using: &random) else { break }
            let isCareless = Int.random(in: 0..<10, using: &random) == 0
            let roles = isCareless ? self.world.workflow.roles : action.by
            draft = self.world.commands.draft(action, by: roles, now: now, using: &random) ?? draft
            let context = DecisionContext(catalog: self.world.definitions.catalog(), now: now, epoch: 1)
            if (try? Decider(context).decide(self.command("trial", on: id, draft), on: state)) != nil { break }
        }
        return draft
    }

    /// Something else under the same id.
    private func other(_ command: Command) -> Command {
        let draft = self.world.withRandom {
            self.world.commands.opening(now: self.world.clock.now().advanced(bySeconds: 1), using: &$0)
        }
        return self.command(command.id.text, on: command.case, draft)
    }

    private func command(_ id: String, on case: CaseID, _ draft: WalkCommands.Draft) -> Command {
        Command(
            id: CommandID(id), case: `case`, actor: draft.actor, channel: "simulation",
            occurred: self.world.clock.now(),
            request: draft.request)
    }

    /// Hands a command in to any gateway, again and again until there is an answer.
    private func send(_ command: Command) async {
        while true {
            let gateways = self.world.processes.compactMap(\.gateway)
            if !gateways.isEmpty {
                let gateway = gateways[self.world.pick(gateways.count)]
                do {
                    guard let outcome = try await gateway.submit([CommandDraft(command)]).first else { continue }
                    self.world.history.note(
                        "client-\(self.number)",
                        "\(command.id) \(outcome.rejection?.code.rawValue ?? outcome.status.rawValue)"
                            + (outcome.repeated ? ", repeated" : ""))
                    return self.world.ledger.note(outcome, to: command)
                } catch {
                    self.world.history.note("client-\(self.number)", "\(command.id) without an answer: \(error)")
                    if error.code == .invalid { return }
                }
            }
            await self.world.scheduler.sleep(until: self.world.scheduler.time + .milliseconds(300))
        }
    }
}
