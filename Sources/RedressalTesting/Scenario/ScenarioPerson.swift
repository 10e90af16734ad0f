import Redressal

/// Somebody who acts in a scenario.
package struct ScenarioPerson {
    let scenario: Scenario
    let actor: Actor
    /// The importer who vouches for what this person did in the past; nil for the present.
    var vouched: String?
    /// When it is said to have happened; nil is the scenario's time.
    var occurred: Instant?

    @discardableResult
    package func opens(
        _ workflow: String, as id: CaseID = .one, state: String? = nil, office: String = "cell",
        severity: String? = nil, _ fields: [String: FieldValue] = [:]
    ) throws -> [CaseEvent] {
        try self.asks(
            .open(OpenCase(workflow: workflow, state: state, office: office, severity: severity, fields: fields)),
            of: id)
    }

    @discardableResult
    package func does(
        _ action: String, _ fields: [String: FieldValue] = [:], to id: CaseID = .one, expecting seq: Int? = nil
    ) throws -> [CaseEvent] {
        try self.asks(.act(TakeAction(action: action, fields: fields)), of: id, expecting: seq)
    }

    /// Sends any request.
    @discardableResult
    package func asks(_ request: CommandRequest, of id: CaseID = .one, expecting seq: Int? = nil) throws -> [CaseEvent]
    {
        try self.scenario.send(
            Command(
                id: self.scenario.nextCommand(), case: id, actor: self.actor, channel: "walk_in",
                occurred: self.occurred ?? self.scenario.now, vouched: self.vouched, expected: seq, request: request))
    }

    /// The same person in an imported past.
    ///
    /// - Parameter importer: The account that vouches for it.
    package func inThePast(_ text: String, vouchedBy importer: String = "importer") throws -> ScenarioPerson {
        var person = try self.claiming(text)
        person.vouched = importer
        return person
    }

    /// The same person, who says that it happened at another time than now.
    package func claiming(_ text: String) throws -> ScenarioPerson {
        guard let instant = Instant(text) else { throw ScenarioFailure("expected an instant but found '\(text)'") }
        var person = self
        person.occurred = instant
        return person
    }
}

extension Scenario {
    /// Somebody, in a role.
    package func `as`(_ user: String, role: String, post: String? = nil, office: String? = nil) -> ScenarioPerson {
        ScenarioPerson(scenario: self, actor: Actor(user: user, role: role, post: post, office: office))
    }
}
