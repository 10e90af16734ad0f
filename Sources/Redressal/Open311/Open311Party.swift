/// Who a case that comes in through Open311 belongs to: somebody without an account, under an id of this case alone.
package enum Open311Party {
    /// The id, which begins with the account of the program that files and a dot, so that the program's cases can be told
    /// from others' by their first event.
    ///
    /// - Parameters:
    ///   - account: Nil where nobody signs in. Accounts' names have no dot.
    ///   - unique: What nobody can guess; it has no dot.
    package static func id(filedBy account: String?, _ unique: String) -> String {
        account.map { "\($0).\(unique)" } ?? unique
    }

    /// The account of the program that made a party's id; nil for an id that no program made.
    static func filer(of party: String) -> String? {
        party.firstIndex(of: ".").map { String(party[..<$0]) }
    }
}
