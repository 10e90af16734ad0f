import ArgumentParser
import Redressal
import RedressalRuntime

/// Approves and carries out an erasure.
struct ErasureApproveCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve an erasure that another account asked for, and carry it out. There is no way back.")

    @OptionGroup var options: CommonOptions

    @OptionGroup var approver: TokenOption

    @Argument(help: "The id that `erasure ask` printed.")
    var id: String

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let account = try await self.approver.account(installation)
        let erasure = try await installation.personEraser().approve(self.id, by: account)
        await installation.close()
        Terminal.print(erasure.notice ?? "approved")
    }
}
