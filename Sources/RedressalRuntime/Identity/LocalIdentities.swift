import Postgres
import Redressal

/// Accounts of this installation, kept in its database (ADR 0012).
package struct LocalIdentities: Sendable {
    /// How long a session holds: a long day at a counter, and not the night after it.
    package static let sessionLength: Int64 = 12 * 3600

    let pool: PostgresPool
    package let wrapping: KeyEncryptionKey
    let clock: any WallClock
    let hasher: PasswordHasher

    /// - Parameter wrapping: Wraps the secrets of authenticator apps.
    package init(
        pool: PostgresPool, wrapping: KeyEncryptionKey, clock: any WallClock, hasher: PasswordHasher = PasswordHasher()
    ) {
        self.pool = pool
        self.wrapping = wrapping
        self.clock = clock
        self.hasher = hasher
    }
}
