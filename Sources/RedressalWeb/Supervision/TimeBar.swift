import Redressal

/// Where a case's time went, as a bar and in words.
struct TimeBar: Sendable {
    /// One of the parts that add up.
    private struct Part {
        /// What it is called in messages and in the style sheet.
        let kind: String
        let milliseconds: Int64
    }

    private let parts: [Part]
    private let offices: [(name: String, milliseconds: Int64)]
    private let speech: Speech

    /// - Parameter office: The one that has the case now.
    init(_ split: TimeSplit, of office: String, _ catalog: DefinitionCatalog, _ speech: Speech) {
        let own = split.offices[office] ?? 0
        let others = split.offices.values.reduce(0, +) - own
        self.parts = [
            Part(kind: "office", milliseconds: own), Part(kind: "other", milliseconds: others),
            Part(kind: "citizen", milliseconds: split.citizen), Part(kind: "pause", milliseconds: split.pause),
            Part(kind: "holiday", milliseconds: split.holiday),
        ].filter { $0.milliseconds > 0 }
        self.offices = split.offices.sorted { $0.key < $1.key }
            .map { (catalog.org.office($0.key)?.name ?? $0.key, $0.value) }
        self.speech = speech
    }

    var values: [String: any Sendable] {
        let total = self.parts.map(\.milliseconds).reduce(0, +)
        var start = 0.0
        var segments: [[String: any Sendable]] = []
        for part in self.parts {
            let width = Double(part.milliseconds) / Double(max(1, total)) * 100
            segments.append([
                "kind": part.kind, "x": Self.number(start), "width": Self.number(width), "label": self.label(part),
            ])
            start += width
        }
        return [
            "segments": segments, "hasTime": !segments.isEmpty, "why": self.text,
            "byOffice": self.offices.map { ["name": $0.name, "time": Self.words($0.milliseconds, self.speech)] },
        ]
    }

    /// All of it as one sentence.
    private var text: String { self.parts.map { self.label($0) }.joined(separator: ", ") }

    private func label(_ part: Part) -> String {
        self.speech("why.\(part.kind)", ["time": Self.words(part.milliseconds, self.speech)])
    }

    /// The largest unit of which there are two, or minutes.
    static func words(_ milliseconds: Int64, _ speech: Speech) -> String {
        let minutes = Int(milliseconds / 60_000)
        if minutes >= 2880 { return speech("spans.days", count: minutes / 1440) }
        if minutes >= 120 { return speech("spans.hours", count: minutes / 60) }
        return speech("spans.minutes", count: minutes)
    }

    /// With at most one decimal: what a drawing needs.
    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }
}
