/// What a case calls somebody without an account who came by the public pages, or whom an office filed for.
package enum PublicParty {
    private static let start = "citizen-"

    /// An opaque name, another for each case.
    ///
    /// - Parameter origin: The id of the case, or of the command that opened it.
    package static func account(from origin: String) -> String {
        "\(Self.start)\(DerivedID.uuid("citizen", origin))"
    }

    /// Whether a name is one of these: every case's page shows it, so that whoever knows it has shown nothing.
    static func isOne(_ user: String) -> Bool { user.hasPrefix(Self.start) }
}
