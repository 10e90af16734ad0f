import ArgumentParser

/// The program: one command a file in `Commands/`.
@main
struct Program: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redressal",
        abstract: "Follows complaints and joint action plans from filing to redress, and raises what is overdue.",
        discussion: """
            Cases are state machines written in YAML. Everything that happens to them is an event in a log (PostgreSQL or \
            Kafka); workers fold the events into PostgreSQL and raise overdue cases up a ladder of posts.

            The key that wraps persons' keys is kept in the file REDRESSAL_KEY_FILE names (default: the user's data folder). \
            Settings of a secured Kafka cluster go into REDRESSAL_KAFKA_PROPERTIES as name=value;name=value.

            Exit codes: 0 done; 1 the answer is no (refused, findings, differences); 2 something it needs is not \
            named, cannot be reached or is not prepared; 64 wrong usage, on the command line or in a variable; 130 interrupted.

            Completion for your shell: redressal --generate-completion-script bash (or zsh, or fish); README.md says where \
            it goes.
            """,
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, EngineCommand.self, WorkerCommand.self, GatewayCommand.self, MigrateCommand.self,
            WorkflowCommand.self, CaseCommand.self, ImportCommand.self, ReplayCommand.self, ProjectionCommand.self,
            SearchCommand.self, DemoCommand.self, UserCommand.self, TokenCommand.self, NotifyCommand.self,
            AuditCommand.self, ErasureCommand.self,
        ])

    /// Refuses arguments that are not text, then parses and runs them.
    static func main() async {
        if let position = ArgumentBytes.firstDamaged() {
            Terminal.error("redressal: expected UTF-8 text in argument \(position) but found other bytes, or U+FFFD")
            self.exit(withError: ExitCode(CommandFailure.Kind.usage.rawValue))
        }
        await self.main(nil)
    }
}
