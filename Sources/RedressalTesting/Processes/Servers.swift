/// Where an installation's servers are.
package struct Servers: Sendable {
    /// The superuser's address of a private PostgreSQL cluster.
    package let database: String
    /// The broker, host:port.
    package let bootstrap: String

    package init(database: String, bootstrap: String) {
        self.database = database
        self.bootstrap = bootstrap
    }

    /// Those that the environment names.
    static func named() throws -> Servers {
        Servers(database: try Setting.databaseURL(), bootstrap: try Setting.bootstrap())
    }
}
