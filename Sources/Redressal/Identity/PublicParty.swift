/// What a case calls somebody without an account who came by the public pages, or whom an office filed for.
package enum PublicParty {
    /// An opaque name, another for each case.
    ///
    /// - Parameter origin: The id of the case, or of the command that opened it.
    package static func account(from origin: String) -> String {
        "citizen-\(DerivedID.uuid("citizen", origin))"
    }
}
