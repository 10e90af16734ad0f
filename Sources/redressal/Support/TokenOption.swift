import ArgumentParser
import Foundation
import Redressal
import RedressalRuntime

/// Who asks, where the name of whoever sits at the machine is not enough.
struct TokenOption: ParsableArguments {
    private static let variable = "REDRESSAL_TOKEN"

    @Option(
        help: "A file with the token of the account that asks (default: the variable REDRESSAL_TOKEN).")
    var tokenFile: String?

    /// The person whose token it is.
    ///
    /// - Throws: ``CommandFailure`` for no token, and for one that does not hold or is a service's.
    func account(_ installation: Installation) async throws -> String {
        let text = try self.text().trimmingCharacters(in: .whitespacesAndNewlines)
        guard let secret = AccessSecret(token: text),
            let identity = try await installation.identities().identity(showing: secret), identity.kind == .person
        else {
            throw CommandFailure(.refused, "expected a token of a person's account that holds but found another")
        }
        return identity.account
    }

    private func text() throws -> String {
        if let tokenFile {
            do {
                return try String(contentsOfFile: tokenFile, encoding: .utf8)
            } catch {
                throw CommandFailure(
                    .usage, "expected a file with a token in --token-file but '\(tokenFile)' cannot be read")
            }
        }
        guard let token = ProcessInfo.processInfo.environment[Self.variable] else {
            throw CommandFailure(.usage, "expected a token in --token-file or \(Self.variable) but there is none")
        }
        return token
    }
}
