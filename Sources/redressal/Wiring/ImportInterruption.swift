import Dispatch
import Glibc
import RedressalRuntime
import Synchronization

/// What Ctrl-C does to an import: says how far it has come and how to go on, and ends the process.
///
/// Nothing has to be finished or undone: what was sent is decided without this process, or recognised when the same
/// import runs again.
final class ImportInterruption: Sendable {
    /// What a shell makes of SIGINT.
    private static let exitCode: Int32 = 130

    private let latest = Mutex<ImportProgress?>(nil)

    /// Takes note of how far the import has come.
    func note(_ progress: ImportProgress) { self.latest.withLock { $0 = progress } }

    /// Begins to wait for Ctrl-C.
    ///
    /// - Returns: What waits; keep it and cancel it at the end.
    func watch() -> any DispatchSourceSignal {
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: DispatchQueue.global())
        source.setEventHandler { self.end() }
        source.resume()
        return source
    }

    private func end() {
        let advice = self.latest.withLock { $0 }?.advice ?? ImportProgress.adviceBeforeTheFirst
        ProgressBar("").finish()
        Terminal.error("redressal: the import was interrupted: \(advice)")
        _exit(Self.exitCode)
    }
}
