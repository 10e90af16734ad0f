import ArgumentParser
import Redressal
import RedressalRuntime

/// Looks after the index.
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Look after the index that cases are found by.",
        subcommands: [SearchRebuildCommand.self])
}

/// Has the index made anew.
struct SearchRebuildCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Throw the index away and have it made anew.",
        discussion: """
            Running gateways make it anew of the read models; until they have, searches find less. It is needed after the key file \
            was replaced, or when a new version writes words in another way.
            """)

    @OptionGroup var options: CommonOptions

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let cases = try await installation.views.forgetIndex()
        await installation.close()
        Terminal.print("\(cases) cases to be indexed by `redressal serve` or `redressal gateway`")
    }
}
