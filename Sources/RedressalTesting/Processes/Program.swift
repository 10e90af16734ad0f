import Dispatch
import Foundation
import Glibc
import Synchronization

/// A process that a test started, with what it prints in two files.
///
/// Not Foundation's: a child must begin with the usual answer to signals, whatever the shell that started the tests
/// ignores, and must be waited for without blocking a thread of the tests.
package final class Program: Sendable {
    /// The system's word on why nothing was started.
    package struct NotStarted: Error, CustomStringConvertible {
        let executable: String
        let code: Int32

        package var description: String {
            "expected to start \(self.executable) but the system says: \(String(cString: strerror(self.code)))"
        }
    }

    private struct State {
        var code: Int32?
        var waiting: [CheckedContinuation<Int32, Never>] = []
    }

    package let pid: pid_t
    /// The file of its standard output.
    package let output: URL
    /// The file of its standard error.
    package let errors: URL
    private let state = Mutex(State())

    /// Starts it.
    ///
    /// - Parameters:
    ///   - command: The executable's path and the arguments.
    ///   - environment: The whole of it.
    ///   - input: The file of its standard input; nothing when nil.
    ///   - name: What its files begin with.
    package init(
        _ command: [String], environment: [String: String], input: URL? = nil, in folder: URL, name: String
    ) throws {
        self.output = folder.appending(path: "\(name).out")
        self.errors = folder.appending(path: "\(name).err")
        self.pid = try Spawn(
            command: command, environment: environment.map { "\($0)=\($1)" }, input: input?.path ?? "/dev/null",
            output: self.output.path, errors: self.errors.path
        ).run()
        let reaper = Thread { [self] in self.reap() }
        reaper.start()
    }

    /// The text of its standard output so far.
    package var printed: String { (try? String(contentsOf: self.output, encoding: .utf8)) ?? "" }

    /// The text of its standard error so far.
    package var complaints: String { (try? String(contentsOf: self.errors, encoding: .utf8)) ?? "" }

    package var isRunning: Bool { self.state.withLock { $0.code == nil } }

    /// Sends a signal, unless it has ended.
    package func send(_ signal: Int32) {
        // Under the lock, so that the number cannot have gone to somebody else.
        self.state.withLock { state in
            if state.code == nil { Glibc.kill(self.pid, signal) }
        }
    }

    /// Waits until it has ended.
    ///
    /// - Returns: Its exit code; 128 and the signal's number when a signal ended it.
    package func code() async -> Int32 {
        await withCheckedContinuation { continuation in
            let code = self.state.withLock { state in
                if state.code == nil { state.waiting.append(continuation) }
                return state.code
            }
            if let code { continuation.resume(returning: code) }
        }
    }

    /// Kills it should it still run by then.
    package func kill(after seconds: Int) {
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds)) { [weak self] in self?.send(SIGKILL) }
    }

    private func reap() {
        var information = siginfo_t()
        // Leaves the zombie, whose number nobody else can get, until the lock is held.
        while waitid(P_PID, id_t(self.pid), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        let (code, waiting) = self.state.withLock { state in
            var status: Int32 = 0
            waitpid(self.pid, &status, 0)
            let signal = status & 0x7F
            let code = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
            defer { state = State(code: code) }
            return (code, state.waiting)
        }
        for continuation in waiting { continuation.resume(returning: code) }
    }
}
