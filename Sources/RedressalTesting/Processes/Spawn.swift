import Glibc

/// One call of `posix_spawn`.
package struct Spawn {
    package let command: [String]
    /// As `NAME=value`.
    package let environment: [String]
    package let input: String
    package let output: String
    package let errors: String

    /// - Throws: ``Program/NotStarted``.
    package func run() throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, self.input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, self.output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, self.errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        Self.resetSignals(&attributes)
        return try self.spawn(&actions, &attributes)
    }

    private func spawn(
        _ actions: inout posix_spawn_file_actions_t, _ attributes: inout posix_spawnattr_t
    ) throws -> pid_t {
        let arguments = self.command.map { strdup($0) } + [nil]
        let variables = self.environment.map { strdup($0) } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, self.command[0], &actions, &attributes, arguments, variables)
        guard code == 0 else { throw Program.NotStarted(executable: self.command[0], code: code) }
        return pid
    }

    /// Gives every signal its usual meaning: a shell may have started the tests with some of them ignored.
    private static func resetSignals(_ attributes: inout posix_spawnattr_t) {
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGINT, SIGTERM, SIGPIPE, SIGHUP, SIGQUIT] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    }
}
