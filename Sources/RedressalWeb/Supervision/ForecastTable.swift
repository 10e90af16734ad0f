import Foundation
import Redressal

/// How many cases fall due on each of the coming days: a table by office, and a bar for each day.
struct ForecastTable: Sendable {
    let values: [String: any Sendable]

    init(
        _ lines: [ForecastLine], _ question: ForecastQuestion, _ catalog: DefinitionCatalog, _ speech: Speech
    ) {
        let days = Self.days(lines, question)
        let sums = days.map { day in lines.filter { $0.day == day }.map(\.cases).reduce(0, +) }
        let most = max(1, sums.max() ?? 1)
        let offices = Set(lines.map(\.office)).sorted()
        let bars = zip(days, sums).map { day, sum -> [String: any Sendable] in
            [
                "width": sum * 100 / most, "text": speech("forecast.bar", count: sum, ["day": Self.text(day, speech)]),
            ]
        }
        self.values = [
            "hasLines": !lines.isEmpty, "days": days.map { Self.text($0, speech) }, "bars": bars,
            "offices": offices.map { office -> [String: any Sendable] in
                let counts = days.map { day in lines.first { $0.office == office && $0.day == day }?.cases ?? 0 }
                return [
                    "name": catalog.org.office(office)?.name ?? office, "zone": question.zones[office] ?? "UTC",
                    "counts": zip(days, counts).map {
                        ["day": Self.text($0, speech), "count": $1] as [String: any Sendable]
                    },
                ]
            },
        ]
    }

    /// The days asked for, in any of the zones: where it is tomorrow already there is one more.
    private static func days(_ lines: [ForecastLine], _ question: ForecastQuestion) -> [CivilDate] {
        let zones = Set(question.zones.values).compactMap { try? CalendarZone(identifier: $0) }
        let first = zones.map { $0.date(at: question.now) }
        guard let start = first.min(), let end = first.max() else { return [] }
        return (start.dayNumber..<end.dayNumber + question.days).map { CivilDate(dayNumber: $0) }
    }

    /// `Thu 26 Nov`.
    private static func text(_ day: CivilDate, _ speech: Speech) -> String {
        let noon = Date(timeIntervalSince1970: Double(day.dayNumber) * 86_400 + 43_200)
        let locale = Locale(identifier: speech.language == "en" ? "en_GB" : speech.language)
        return noon.formatted(
            Date.FormatStyle(locale: locale, timeZone: .gmt).weekday(.abbreviated).day().month(.abbreviated))
    }
}
