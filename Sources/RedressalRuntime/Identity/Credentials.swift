/// What an account signs in with.
struct Credentials: Sendable {
    let name: String
    let password: PasswordHash?
    /// Whether somebody else set the password.
    let isExpired: Bool
    /// The wrapped secret of the authenticator app.
    let codeSecret: [UInt8]?
    let codeStep: Int64?
    let isClosed: Bool
}
