/// The offices in which simulated cases live: one on each calendar that a workflow counts by, and in the first of them,
/// which stands above the others, a post with an account for every role.
struct WalkOffice {
    /// The office that cases open in.
    static let name = "walk"
    /// The ordinary office that hands over to those of a lane.
    private static let outside = "outside"
    /// The calendar that never closes.
    static let always = "wall"

    let workflow: WorkflowDefinition

    /// The accounts that act in a role; the first holds its post.
    static func accounts(_ role: Role) -> [String] { (0..<2).map { "u-\(role)-\($0)" } }

    /// The calendars that the workflow counts by; every hour of every day where that is the office's to say.
    var calendars: [String] {
        let choices =
            [self.workflow.calendar]
            + self.workflow.profiles.keys.sorted().compactMap { self.workflow.profiles[$0]?.calendar }
        var seen: Set<String> = []
        return choices.map { if case .named(let id) = $0 { id } else { Self.always } }.filter {
            seen.insert($0).inserted
        }
    }

    /// The offices' ids, the one that cases open in first.
    var offices: [String] { self.calendars.indices.map { $0 == 0 ? Self.name : "\(Self.name)-\($0)" } }

    /// A catalogue with the workflow, its calendars and the offices, and nothing else: what is published besides makes
    /// no difference to a walk.
    ///
    /// - Parameter catalog: Where the calendars come from; one that is not there is replaced by ``standIn(_:)``.
    func catalog(from catalog: DefinitionCatalog) -> DefinitionCatalog {
        var own = DefinitionCatalog()
        own.add(self.workflow)
        for id in self.calendars {
            if let calendar = catalog.calendar(id) ?? Self.standIn(id) { own.add(calendar) }
        }
        own.add(self.programme)
        return own
    }

    /// The offices, seats and accounts.
    var programme: Programme {
        let seats = Set(
            self.workflow.roles.map(\.rawValue) + self.workflow.posts
                + self.workflow.chains.values.flatMap { $0.levels.map(\.to) }
        ).sorted()
        let offices = zip(self.offices, self.calendars).map { id, calendar in
            Office(
                id: id, name: id, kind: "office", parent: id == Self.name ? nil : Self.name, calendar: calendar,
                lane: self.workflow.lane, serves: self.workflow.lane == nil ? nil : Self.outside)
        }
        return Programme(
            name: Self.name, version: 1, offices: offices + self.surroundings,
            posts: seats.map { Post(id: "post-\($0)", office: Self.name, roles: [$0]) },
            holdings: seats.map { Holding(post: "post-\($0)", user: Self.accounts(Role($0))[0]) }, absences: [],
            people: seats.map { Person(id: Self.accounts(Role($0))[0], courses: self.courses) })
    }

    /// Of what is in a lane: where it came from.
    private var surroundings: [Office] {
        guard self.workflow.lane != nil, let calendar = self.calendars.first else { return [] }
        return [Office(id: Self.outside, name: Self.outside, kind: "office", parent: nil, calendar: calendar)]
    }

    /// The courses that guards ask for: holders of posts have passed them all, the others none.
    private var courses: [String] {
        let parts = self.workflow.actions.flatMap { $0.guardRule?.expression.parts ?? [] }
        let names = parts.compactMap { part -> String? in
            guard case .call(.trained, let arguments) = part.kind else { return nil }
            return arguments.last?.name
        }
        return Set(names).sorted()
    }

    /// A calendar that never closes, under the id of one that is not at hand.
    private static func standIn(_ id: String) -> BusinessCalendar? {
        let text = """
            kind: calendar
            id: stand-in
            version: 1
            tz: UTC
            weekend: []
            hours:
              mon-sun: ["00:00-24:00"]
            """
        guard let hours = CalendarReader.read(text, file: id).calendar?.hours else { return nil }
        return try? BusinessCalendar(id: id, version: 1, timeZone: "UTC", hours: hours)
    }
}
