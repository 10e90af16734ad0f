import ArgumentParser

/// Measures what docs/performance.md promises, each figure beside its limit on this machine.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ops/bench", abstract: "Measure each budget of docs/performance.md beside its limit.",
        subcommands: [Measuring.self, InstructionCounting.self, CrudCommand.self], defaultSubcommand: Measuring.self)
}
