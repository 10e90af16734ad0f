import Foundation
import Redressal

/// Imports Boston's list of 311 requests: one case a row, opened, closed, and brought up to the date of the list.
///
/// docs/imports.md has the mapping and what is assumed.
package struct RequestImport: ImportSource {
    package let notes: [String]
    /// The instant that open requests are brought up to.
    package let asOf: Instant
    private let file: URL
    private let order: DateOrder
    private let zone: CalendarZone

    /// The zone of the printed times; the list itself prints none, but its closing remarks do.
    package static let zoneName = "America/New_York"

    /// Reads the list through, to find out how it writes dates and when it was made.
    ///
    /// - Parameters:
    ///   - asOf: When the list was made; nil takes the second after the latest thing it tells.
    ///   - order: In which order dates are written; nil finds it out.
    /// - Throws: ``ImportError`` when the list cannot be imported.
    package init(_ file: URL, asOf: Instant? = nil, order: DateOrder? = nil) throws(ImportError) {
        do throws(CalendarError) {
            self.zone = try CalendarZone(identifier: Self.zoneName)
        } catch {
            throw ImportError("expected time zone \(Self.zoneName) to be known but \(error)")
        }
        let survey = try RequestSurvey(file, zone: self.zone, order: order)
        if let asOf, let latest = survey.latest, asOf < latest {
            throw ImportError(
                "expected the list to have been made after the latest thing it tells, \(latest), but the "
                    + "instant given is \(asOf)"
            )
        }
        self.file = file
        self.order = survey.order
        // The list prints whole seconds: what it tells of the last one may have happened late in it.
        self.asOf = asOf ?? (survey.latest ?? Instant(seconds: 0)).advanced(bySeconds: 1)
        self.notes = Self.notes(survey, asOf: self.asOf, isGiven: asOf != nil)
    }

    package func makeReader() throws(ImportError) -> any ImportReader {
        try RequestReader(self.file, order: self.order, zone: self.zone, asOf: self.asOf)
    }

    private static func notes(_ survey: RequestSurvey, asOf: Instant, isGiven: Bool) -> [String] {
        var notes = [
            "dates are read as \(survey.order.rawValue) (\(survey.order.example)) and as local time of \(Self.zoneName)"
        ]
        let source =
            isGiven ? "as given" : "one second after the latest thing the list tells; say when it was made if later"
        notes.append("open requests are brought up to \(asOf), \(source)")
        if survey.numericPostalCodes > 0 {
            notes.append(
                "location_zipcode is a number in \(survey.numericPostalCodes) rows, so leading zeros are lost; "
                    + "it is not imported"
            )
        }
        return notes
    }
}
