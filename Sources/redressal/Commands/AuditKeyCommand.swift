import ArgumentParser
import Redressal
import RedressalRuntime

/// Shows what signed roots are checked by.
struct AuditKeyCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Print the key that signed roots of the log are checked by.",
        discussion: """
            It is no secret: auditors keep a copy apart, as they keep the roots. It is a verifier key as C2SP signed-note writes it, and \
            follows from the installation's key file.
            """)

    @OptionGroup var options: CommonOptions

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let signer = try await installation.vault().wrapping.checkpointSigner()
        await installation.close()
        Terminal.print("\(signer.verifier)")
    }
}
