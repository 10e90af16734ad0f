import ArgumentParser

/// Imports records of other systems as cases.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import records of other systems, through commands like everybody else.",
        discussion: """
            Imported cases carry their historical times; ids are derived from the source, so that importing the same file \
            again is recognised and changes nothing. Rows that cannot be imported are listed with line and reason. See \
            docs/imports.md.
            """,
        subcommands: [ImportIncidentsCommand.self, ImportRequestsCommand.self])
}
