/// Where the database is and how to sign in.
///
/// The text form hides the connection string, because it may hold a password.
package struct PostgresConfiguration: Sendable {
    /// A libpq connection string: `postgres://user@host:5432/db?sslmode=require` or `host=… dbname=…`.
    package var connectionString: String
    /// The name shown in `pg_stat_activity`, unless the connection string sets one.
    package var applicationName: String
    /// Whole seconds to wait for each host before giving up, unless the connection string sets it.
    package var connectTimeout: Int
    /// The database to use instead of the connection string's.
    package var database: String?
    /// Told how long waits and commits took.
    package var observer: PostgresObserver?

    /// Makes a configuration; nothing is checked until the first connection.
    package init(_ connectionString: String, applicationName: String = "redressal", connectTimeout: Int = 10) {
        self.connectionString = connectionString
        self.applicationName = applicationName
        self.connectTimeout = connectTimeout
    }

    /// The keywords handed to libpq, in order: later ones win, and the first `dbname` is expanded as a connection string.
    ///
    /// Keepalives are set so that a peer that vanished without a goodbye is noticed within about a minute.
    var keywords: [(name: String, value: String)] {
        let database = self.database.map { [("dbname", $0)] } ?? []
        return [
            ("fallback_application_name", self.applicationName),
            ("connect_timeout", String(self.connectTimeout)),
            ("keepalives_idle", "30"),
            ("keepalives_interval", "10"),
            ("keepalives_count", "3"),
            ("dbname", self.connectionString),
            // Texts cross the wire as UTF-8, whatever the environment says.
            ("client_encoding", "UTF8"),
        ] + database
    }
}

extension PostgresConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The configuration without the connection string.
    package var description: String { "PostgresConfiguration(applicationName: \(self.applicationName))" }

    /// Same as `description`: a password must not reach a debugger's log either.
    package var debugDescription: String { self.description }

    /// A mirror without the connection string, so that `dump` hides it too.
    package var customMirror: Mirror { Mirror(self, children: ["applicationName": self.applicationName]) }
}
