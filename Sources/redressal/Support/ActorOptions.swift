import ArgumentParser
import Redressal

/// Who gives a command.
struct ActorOptions: ParsableArguments {
    @Option(name: .customLong("as"), help: "Who acts: an account's id.")
    var user: String

    @Option(help: "The role acted in; left out when the account holds just one.")
    var role: String?

    @Option(name: .customLong("on-behalf-of"), help: "The person represented.")
    var onBehalfOf: String?

    /// The actor, with the post that the role comes with.
    ///
    /// - Throws: ``CommandFailure`` when the account does not hold the role.
    func actor(_ org: OrgDirectory, at now: Instant) throws -> Actor {
        guard self.user != Actor.system.user, self.role != Actor.system.role else {
            throw CommandFailure(
                .refused, "expected a person in --as and --role but '\(Actor.system.user)' is the engine's own name")
        }
        let posts = org.posts(of: self.user, at: now)
        let free = org.person(self.user)?.roles ?? []
        let held = Set(posts.flatMap(\.roles) + free).sorted()
        guard let role = self.role ?? (held.count == 1 ? held[0] : nil) else {
            let choices = held.isEmpty ? "the account is in no programme" : "it holds \(held.joined(separator: ", "))"
            throw CommandFailure(.usage, "expected --role for '\(self.user)' but it is missing: \(choices)")
        }
        let post = posts.first { $0.roles.contains(role) }
        // Whoever is in a programme can act only in the roles held there; a citizen needs no account.
        guard held.isEmpty || held.contains(role) else {
            throw CommandFailure(
                .refused,
                "expected '\(self.user)' to hold the role '\(role)' but it holds \(held.joined(separator: ", "))")
        }
        guard post != nil || !held.isEmpty || !org.comesWithPost(role) else {
            throw CommandFailure(
                .refused,
                "expected '\(self.user)' to hold a post with the role '\(role)' but the account is in no programme")
        }
        return Actor(user: self.user, role: role, post: post?.id, office: post?.office, onBehalfOf: self.onBehalfOf)
    }
}
