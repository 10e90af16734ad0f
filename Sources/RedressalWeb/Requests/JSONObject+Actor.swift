import HTTPTypes
import Redressal

extension JSONObject {
    /// Who acts, as the sender says.
    ///
    /// - Throws: ``Problem`` that names the member; 403 for the engine's own name.
    func actor() throws(Problem) -> Actor {
        let object = try self.object("actor", allowing: ["user", "role", "post", "office", "on_behalf_of"])
        let actor = Actor(
            user: try object.text("user"), role: try object.text("role"), post: try object.optionalText("post"),
            office: try object.optionalText("office"), onBehalfOf: try object.optionalText("on_behalf_of"))
        for (name, value, own) in [
            ("user", actor.user, Actor.system.user), ("role", actor.role, Actor.system.role),
        ] where value == own {
            throw Problem(
                .forbidden, Rejection.Code.notThisRole.rawValue,
                "expected a person in 'actor' but '\(own)' is the engine's own name", field: "actor.\(name)")
        }
        return actor
    }
}
