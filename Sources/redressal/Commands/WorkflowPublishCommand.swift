import ArgumentParser
import Redressal
import RedressalRuntime

/// Publishes the definitions of the home folder into the log.
struct WorkflowPublishCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Publish workflows, calendars and programmes into the log.",
        discussion: """
            Reads workflows/ of the home folder. Refuses all of it when any file has an error. What is published already \
            is left alone; a changed text needs a new version. With --preview nothing is published: it tells how many running \
            deadlines new versions of calendars would move. They move when somebody computes them anew.
            """)

    @OptionGroup var options: CommonOptions

    @Option(help: "Who publishes: an account's id.")
    var by = "operator"

    @Flag(help: "Publish nothing; tell what new versions of calendars would do to the deadlines that run.")
    var preview = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        if self.preview {
            let sheet = CalendarPreviewSheet(try await Publishing.preview(installation))
            await installation.close()
            return try self.json ? Terminal.json(sheet) : Terminal.print(sheet.text)
        }
        let published = try await Publishing.publish(installation, by: self.by)
        await installation.close()
        if self.json {
            try Terminal.json(["published": published.map { "\($0.kind.rawValue) \($0.name) v\($0.version)" }])
        } else {
            for definition in published {
                Terminal.print("published \(definition.kind.rawValue) \(definition.name) version \(definition.version)")
            }
            if published.isEmpty { Terminal.print("everything is published already") }
        }
    }
}
