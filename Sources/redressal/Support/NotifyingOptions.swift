import ArgumentParser
import Redressal
import RedressalRuntime
import ServiceLifecycle

/// Where messages to people go.
struct NotifyingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Tell people of their cases: post messages to this gateway. https, or http on this machine.",
            valueName: "url"))
    var notifyWebhook: String?

    @Option(
        help: ArgumentHelp(
            "Tell people of their cases: write messages to this file, one JSON object a line, for somebody to send.",
            valueName: "path"))
    var notifyFile: String?

    @Option(help: ArgumentHelp("The page where people look, to be named in messages.", valueName: "url"))
    var notifyLink: String?

    func validate() throws {
        if self.notifyWebhook != nil, self.notifyFile != nil {
            throw ValidationError("expected one of --notify-webhook and --notify-file but found both")
        }
        if let text = self.notifyWebhook, WebhookAddress(text) == nil {
            throw ValidationError(
                "expected https://… or http://127.0.0.1… without a user in --notify-webhook but found another")
        }
        if self.notifyLink != nil, self.notifyWebhook == nil, self.notifyFile == nil {
            throw ValidationError("expected --notify-webhook or --notify-file with --notify-link but found neither")
        }
    }

    /// What tells people; nothing where nobody said how.
    ///
    /// - Throws: `VaultError` when the key that opens addresses and signs messages cannot be read.
    func services(_ installation: Installation) async throws -> [any Service] {
        guard self.notifyWebhook != nil || self.notifyFile != nil else { return [] }
        let vault = try await installation.vault()
        guard let channel = self.channel(vault, installation.clock) else { return [] }
        let notifier = installation.notifier(channel, vault, link: self.notifyLink)
        return [Role { try await notifier.run() }]
    }

    private func channel(_ vault: Vault, _ clock: any WallClock) -> (any MessageChannel)? {
        if let path = self.notifyFile { return FileChannel(path: path) }
        return self.notifyWebhook.flatMap { WebhookAddress($0) }.map {
            WebhookChannel($0, signature: vault.wrapping.messageSignature, clock: clock)
        }
    }
}
