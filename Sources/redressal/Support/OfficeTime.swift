import Foundation
import Redressal

/// Shows instants as the wall clock of an office does, for people; scripts get UTC.
struct OfficeTime {
    /// The zone's name, such as `Asia/Karachi`; `UTC` for an office that no published programme has.
    let zoneName: String
    private let zone: TimeZone?

    /// - Parameter office: The office whose calendar tells the zone.
    init(_ office: String, _ catalog: DefinitionCatalog) {
        let calendar = catalog.org.office(office).flatMap { catalog.calendar($0.calendar) }
        self.zoneName = calendar?.zone.identifier ?? "UTC"
        self.zone = TimeZone(identifier: self.zoneName)
    }

    /// `2026-04-10 08:00:00`.
    func text(_ instant: Instant) -> String {
        let offset = Int64(self.zone?.secondsFromGMT(for: instant.date) ?? 0)
        let local = instant.advanced(bySeconds: offset).description
        return "\(local.prefix(10)) \(local.dropFirst(11).prefix(8))"
    }

    /// A text with the instants that stand in it as words shown in the same way.
    func localised(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false)
            .map { word in Instant(String(word)).map { self.text($0) } ?? String(word) }
            .joined(separator: " ")
    }

    /// The same with the zone behind it, where nothing else names that.
    func localisedAlone(_ text: String) -> String {
        let shown = self.localised(text)
        return shown == text ? text : "\(shown) (times of \(self.zoneName))"
    }
}
