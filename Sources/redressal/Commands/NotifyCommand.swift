import ArgumentParser

/// Looks after notifications.
struct NotifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify",
        abstract: "See what became of messages to people, send again what failed, and show the gateway's keys.",
        discussion: "Messages are sent by `serve` and `worker` with --notify-webhook or --notify-file.",
        subcommands: [
            NotifyStatusCommand.self, NotifyDeadCommand.self, NotifyRetryCommand.self, NotifyKeyCommand.self,
        ])
}
