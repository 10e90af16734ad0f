import HTTPTypes
import Redressal

extension JSONObject {
    /// Who acts, as the sender says, in the seat that the role comes with.
    ///
    /// - Parameters:
    ///   - catalog: Says which roles and posts the account holds.
    ///   - identity: Who has signed in; nil where nobody does, and the sender is believed.
    ///   - office: The case's, when it is known: of several seats the one that covers it is taken.
    /// - Throws: ``Problem`` that names the member; 403 for the engine's own name, and for a role or post not held.
    func actor(
        _ catalog: DefinitionCatalog, as identity: Identity?, for office: String? = nil, at now: Instant
    ) throws(Problem) -> Actor {
        let object = try self.object("actor", allowing: ["user", "role", "post", "on_behalf_of"])
        let named = try object.optionalText("user") ?? identity?.account
        let user = if let named { named } else { try object.text("user") }
        let role = try object.text("role")
        let post = try object.optionalText("post")
        let onBehalfOf = try object.optionalText("on_behalf_of")
        for (name, value, own) in [("user", user, Actor.system.user), ("role", role, Actor.system.role)]
        where value == own {
            throw Problem(
                .forbidden, Rejection.Code.notThisRole.rawValue,
                "expected a person in 'actor' but '\(own)' is the engine's own name", field: "actor.\(name)")
        }
        guard !user.contains(where: \.isWhitespace) else {
            throw .malformed(
                "expected an account's id without blanks in 'actor.user' but found one with", field: "actor.user")
        }
        if let identity, !identity.mayAct(as: user, in: role, catalog) { throw .notYourself(identity) }
        do throws(SeatRefusal) {
            return try catalog.org.actor(
                user, in: role, post: post, for: office, parties: catalog.partyRoles, onBehalfOf: onBehalfOf, at: now)
        } catch {
            throw Problem(
                .forbidden, Rejection.Code.notThisRole.rawValue, error.description, field: "actor.\(error.member)")
        }
    }
}

extension Problem {
    /// Somebody else's name, in the same words whether there is such a person or not.
    fileprivate static func notYourself(_ identity: Identity) -> Problem {
        let own = "'\(identity.account)', who has signed in,"
        let expected = identity.kind == .service ? "\(own) or a party called '\(identity.account).…'" : own
        return Problem(
            .forbidden, "not_yourself", "expected \(expected) in 'actor.user' but found another account",
            field: "actor.user")
    }
}

extension SeatRefusal {
    /// The member of `actor` that it is about.
    fileprivate var member: String {
        if case .postNotHeld = self { "post" } else { "role" }
    }
}
