/// What somebody who signs in says.
package struct SignInAttempt: Sendable {
    package let account: String
    package let password: String
    /// The six digits of an authenticator app.
    package let code: String?
    /// What the password shall be from now on.
    package let newPassword: String?

    package init(account: String, password: String, code: String? = nil, newPassword: String? = nil) {
        self.account = account
        self.password = password
        self.code = code
        self.newPassword = newPassword
    }
}
