import ArgumentParser
import Redressal
import RedressalRuntime

/// Shows what a gateway needs to know.
struct NotifyKeyCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Print the keys that messages and receipts are signed with.",
        discussion:
            "Hand them to the gateway and to nobody else. They follow from the installation's key file: see docs/notifications.md."
    )

    @OptionGroup var options: CommonOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let wrapping = try await installation.vault().wrapping
        await installation.close()
        let keys = ["messages": wrapping.messageSignature.secret, "receipts": wrapping.receiptSignature.secret]
        if self.json { return try Terminal.json(keys) }
        for (name, key) in keys.sorted(by: { $0.key < $1.key }) { Terminal.print("\(name)  \(key)") }
    }
}
