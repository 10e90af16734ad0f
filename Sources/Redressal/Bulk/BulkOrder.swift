/// What somebody wants done to many cases: to which, what, and why.
package struct BulkOrder: Hashable, Sendable, Codable {
    /// The workflow of the cases; nil for any, where clocks are computed anew.
    package var workflow: String?
    /// The state that they stand in; nil for any.
    package var state: String?
    /// The office that has them, with all below it; nil for all that whoever asks sees.
    package var office: String?
    /// What their fields hold; personal ones cannot be asked for.
    package var fields: [String: FieldValue] = [:]
    /// An action or an event's name that is in their history, such as `ResolutionDisputed`; nil for any history.
    package var happened: String?
    /// The workflow's action; nil computes the running clocks anew on the calendars now in force.
    package var action: String?
    /// What the action takes: nothing personal, and no free text, for it would be the same text in every case.
    package var inputs: [String: FieldValue] = [:]
    /// A day off to be announced first: the clocks of its calendar are computed anew then, and no action is taken.
    package var holiday: AnnouncedHoliday?
    /// Why, in the words of whoever asks.
    package var reason: String

    package init(workflow: String? = nil, action: String? = nil, reason: String) {
        self.workflow = workflow
        self.action = action
        self.reason = reason
    }
}

extension BulkOrder {
    /// The longest reason, in characters.
    package static let longestReason = 200

    /// What is asked of one case.
    package var request: CommandRequest {
        self.action.map { .act(TakeAction(action: $0, fields: self.inputs)) }
            ?? .recomputeClocks(RecomputeClocks(reason: self.reason))
    }

    /// Whether a case's history is as asked for, and one of its clocks goes by the calendar of the day off; everything else the
    /// question to the read models holds to.
    package func matches(_ state: CaseState) -> Bool {
        if let holiday, !state.clocks.values.contains(where: { $0.calendar.id == holiday.calendar }) { return false }
        return self.happened.map { state.counts[$0, default: 0] > 0 } ?? true
    }

    /// The rules as they will be once the day off is announced; as they are where there is none.
    package func rules(_ catalog: DefinitionCatalog) -> DefinitionCatalog {
        guard let holiday, let next = try? catalog.calendar(holiday.calendar)?.adding(holiday.holiday) else {
            return catalog
        }
        var rules = catalog
        rules.add(next)
        return rules
    }

    /// The offices of its cases, for somebody who sees these; never those of a lane, whose cases are looked at one by one.
    package func offices(among seen: [String], _ org: OrgDirectory) -> [String] {
        let ordinary = seen.filter { org.lane(of: $0) == nil }
        return self.office.map { office in ordinary.filter { org.isWithin($0, office) } } ?? ordinary
    }
}

extension CommandID {
    private static let bulkPrefix = "bulk:"

    /// The command that an order is for one case: the same however often it is sent.
    package static func bulk(_ request: String, on id: CaseID) -> CommandID {
        CommandID("\(Self.bulkPrefix)\(request):\(id.text)")
    }

    /// The order that a command came from; nil for what somebody did to one case.
    ///
    /// Events carry their command, so that all that an order did is told by one id: its causation.
    package var bulkRequest: String? {
        guard self.text.hasPrefix(Self.bulkPrefix) else { return nil }
        return self.text.dropFirst(Self.bulkPrefix.count).split(separator: ":").first.map { String($0) }
    }
}
