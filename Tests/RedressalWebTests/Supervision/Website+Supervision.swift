import HTTPTypes
import Redressal
import RedressalWeb

extension Website {
    /// Water complaints at `kss`, whose ladder reaches the lead, Lina, and then the chief, Chan.
    static func supervised() throws -> Website {
        var website = try Website.withPages()
        website.bulk = FakeBulk()
        website.publish = { catalog in
            catalog.add(Self.watched)
            catalog.add(
                Programme(
                    name: "kss-leads", version: 1, offices: [],
                    posts: [
                        Post(id: "lead", office: "kss", roles: ["lead"]),
                        Post(id: "chief", office: "kss", roles: ["chief"]),
                    ],
                    holdings: [Holding(post: "lead", user: "lina"), Holding(post: "chief", user: "chan")],
                    absences: [], people: [Person(id: "lina"), Person(id: "chan")]))
        }
        return website
    }

    static let watched = WorkflowDefinition(
        name: "watched", version: 1, calendar: .named("wall"), initialStates: ["received"],
        states: [
            State(name: "received", waitsFor: ["lead"], shows: ["ground"]), State(name: "closed", final: .reopenable),
        ],
        actions: [
            Action(
                name: "see", from: ["received"], to: .same, by: ["lead"], emit: "Seen",
                effects: Action.Effects(acknowledge: true)),
            Action(
                name: "reopen", from: ["closed"], to: .state("received"), by: ["lead", "chief"],
                fields: [FieldUse(name: "ground", isRequired: true)], emit: "Reopened"),
            Action(
                name: "close", from: ["received"], to: .state("closed"), by: ["lead"],
                fields: [FieldUse(name: "note", isRequired: false)], emit: "Closed"),
        ],
        roles: ["lead", "chief"],
        fields: [
            Field(name: "note", type: .text), Field(name: "ground", type: .code, values: ["disputed", "error"]),
        ],
        chains: [
            "std": Ladder(
                name: "std",
                levels: [
                    Ladder.Level(level: 1, after: TimeSpan(0, .days), to: "lead"),
                    Ladder.Level(level: 2, after: TimeSpan(1, .days), to: "chief"),
                ])
        ], contentHash: "watched")

    /// A complaint of that workflow that stands in the state.
    @discardableResult
    func addWatched(_ id: String = "watched-1", state name: String = "received") -> CaseID {
        let id = CaseID(id)
        guard var state = CaseState.sample(id: id) else { return id }
        state.workflow = Self.watched.pin
        state.state = name
        self.views.add(state)
        return id
    }
}
