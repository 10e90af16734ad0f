/// Why somebody was not told.
package enum SuppressionReason: String, Hashable, Sendable, CaseIterable, Codable {
    /// The case was filed without a name.
    case anonymous
    /// They asked that no message be left.
    case notWanted = "not_wanted"
    /// The case holds no address, or its person was erased.
    case noAddress = "no_address"
    /// The case stands in a state in which its people are not written to.
    case silent
    /// It would go to whoever is complained about, to those under or related to them, or to their office.
    case respondent
    /// The officer is away.
    case absent
    /// Nobody sits there.
    case nobody
    /// The case's past was imported.
    case historical
    /// The case, its rules or its text is not to be found.
    case unknown
}
