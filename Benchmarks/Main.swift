import ArgumentParser
import Dispatch
import Glibc

/// Where the program begins.
///
/// Not as an asynchronous command: then the main thread ends in `sigsuspend`, which valgrind 3.19 (Debian 12) does not
/// survive, and loops could not be counted.
@main
enum Main {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.first == CountedLoops.name {
            CountedLoops.main(Array(arguments.dropFirst()))
            return
        }
        Task {
            await Bench.main()
            exit(0)
        }
        dispatchMain()
    }
}
