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

    func validate() throws {
        for (option, value) in [("--as", self.user), ("--role", self.role), ("--on-behalf-of", self.onBehalfOf)]
        where value?.isEmpty == true || value?.contains(where: \.isWhitespace) == true {
            throw ValidationError("expected an id without blanks in \(option) but found \((value ?? "").quoted)")
        }
    }

    /// The actor, in the seat that the role comes with.
    ///
    /// - Parameter office: The case's.
    /// - Throws: ``CommandFailure`` when the account does not hold the role.
    func actor(_ catalog: DefinitionCatalog, for office: String, at now: Instant) throws -> Actor {
        guard self.user != Actor.system.user, self.role != Actor.system.role else {
            throw CommandFailure(
                .refused, "expected a person in --as and --role but '\(Actor.system.user)' is the engine's own name")
        }
        do throws(SeatRefusal) {
            return try catalog.org.actor(
                self.user, in: self.role, for: office, parties: catalog.partyRoles, onBehalfOf: self.onBehalfOf, at: now
            )
        } catch {
            if case .roleMissing = error { throw CommandFailure(.usage, "\(error): name one with --role") }
            throw CommandFailure(.refused, error.description)
        }
    }
}
