import Redressal

/// An entry of the access log as one line of a list.
struct AccessLine: Sendable {
    let values: [String: any Sendable]

    init(_ entry: AccessEntry, _ speech: Speech, _ clock: OfficeClock) {
        var values: [String: any Sendable] = [
            "what": speech.known("audit.facts.\(entry.fact.kind.rawValue)") ?? entry.fact.kind.rawValue,
            "when": clock.text(entry.at), "who": entry.reader?.account ?? "–",
            "as": ([entry.post].compactMap(\.self) + entry.roles.map { speech.role($0) }).joined(separator: ", "),
            "about": entry.fact.summary, "request": entry.request ?? "",
        ]
        if let id = entry.fact.case { values["case"] = TrackingReference.make(for: id) }
        self.values = values
    }
}
