/// Names one version of a calendar, as clock facts record it.
package struct CalendarReference: Hashable, Sendable, Codable, CustomStringConvertible {
    package let id: String
    /// From 1; a changed calendar is a new version.
    package let version: Int

    package init(id: String, version: Int) {
        self.id = id
        self.version = version
    }

    /// `kp-5day v3`.
    package var description: String { "\(self.id) v\(self.version)" }
}
