import ArgumentParser

/// Opens, acts on and shows cases.
struct CaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "Open, act on, show, list, find and explain cases.",
        subcommands: [
            CaseOpenCommand.self, CaseDoCommand.self, CaseShowCommand.self, CaseListCommand.self,
            CaseFindCommand.self, CaseExplainCommand.self,
        ])
}
