/// What an account signs in with, as it was read.
struct Credentials: Sendable {
    let name: String
    /// The hash of the password, as it is kept.
    let password: String?
    /// Whether somebody else set the password.
    let isExpired: Bool
    /// The wrapped secret of the authenticator app.
    let codeSecret: [UInt8]?
    let codeStep: Int64?
    let isClosed: Bool
}
