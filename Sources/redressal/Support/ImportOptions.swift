import ArgumentParser
import RedressalRuntime

/// What every import takes.
struct ImportOptions: ParsableArguments {
    @Argument(help: "The file.")
    var file: String

    @Flag(
        name: .customLong("in-process"),
        help: "Run gateway, engine and worker inside this process until everything is drained.")
    var inProcess = false

    @Option(parsing: .unconditional, help: "The most commands in flight, 1 to 100000.")
    var window = ImportRunner.usualWindow

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard (1...100_000).contains(self.window) else {
            throw ValidationError("expected between 1 and 100000 in --window but found \(self.window)")
        }
    }
}
