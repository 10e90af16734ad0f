import Redressal
import RedressalTesting

/// One command of every kind and every form of an outcome: what `commands.json` and `outcomes.json` hold.
enum GoldenCommands {
    static let commands: [Command] = requests.enumerated().map { index, request in
        Command(
            id: CommandID("command-\(index + 1)"), case: CaseID("case-1"),
            actor: index == 0 ? Actor(user: "u-1", role: "intake", post: "cell-clerk", office: "cell") : .system,
            channel: "web", occurred: .april(6, 9), vouched: index == 4 ? "importer" : nil,
            expected: index == 1 ? 3 : nil, request: request)
    }

    private static let link = CaseLink(relation: "appeal", workflow: "complaint", case: CaseID("case-2"))

    private static let requests: [CommandRequest] = [
        .open(
            OpenCase(
                workflow: "complaint", state: "received", office: "cell", severity: "urgent",
                fields: ["summary": .sealed(SealedValue(subject: "person-1", box: "AAECAw=="))], parent: link)),
        .act(TakeAction(action: "acknowledge", fields: ["people": 3])),
        .fireTimer(FireTimer(timer: TimerID(clock: .total, kind: .reminder, mark: 50), generation: 4)),
        .notify(NotifyLink(link: link, state: "closed")),
        .endHistory(EndHistory(live: true)),
        .recomputeClocks(RecomputeClocks(reason: "holiday")),
        .migrate(MigrateCase(version: 2, states: ["received": "filed"])),
    ]

    static let outcomes: [Outcome] = [
        Outcome(
            command: CommandID("command-1"), case: CaseID("case-1"), status: .accepted, seq: 3, events: 3,
            request: digest),
        Outcome(
            command: CommandID("command-1"), case: CaseID("case-1"), status: .accepted, seq: 3, events: 3,
            repeated: true,
            request: digest),
        Outcome(
            command: CommandID("command-2"), case: CaseID("case-1"), status: .rejected,
            rejection: Rejection(.missingField, "expected 'summary' to be filled in but it is empty", field: "summary"),
            seq: 3, events: 0, request: digest),
    ]

    private static let digest = "00112233445566778899aabbccddeeff"
}
