/// Somebody took many records away at once.
package struct DataExported: Hashable, Sendable, Codable {
    /// What, such as `cases`.
    package let what: String
    /// How many records.
    package let count: Int
    /// Whether personal fields were opened in it.
    package let personal: Bool

    package init(what: String, count: Int, personal: Bool) {
        self.what = what
        self.count = count
        self.personal = personal
    }
}
