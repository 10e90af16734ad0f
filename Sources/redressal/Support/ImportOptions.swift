import ArgumentParser

/// What every import takes.
struct ImportOptions: ParsableArguments {
    @Argument(help: "The file.")
    var file: String

    @Flag(
        name: .customLong("in-process"),
        help: "Run gateway, engine and worker inside this process until everything is drained.")
    var inProcess = false

    @Option(help: "The most commands in flight.")
    var window = 2000

    @Flag(help: "Print one JSON object.")
    var json = false
}
