/// Too many passwords wait to be hashed: the same try may be made a little later.
package struct PasswordHasherBusy: Error, CustomStringConvertible {
    package var description: String { "expected fewer sign-ins at once but too many wait for their turn" }
}
