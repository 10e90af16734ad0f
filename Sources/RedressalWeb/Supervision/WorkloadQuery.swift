import Redressal

/// The questions about work in the offices that somebody sees.
struct WorkloadQuery: Sendable {
    /// Over how many days the load is told, unless somebody asks for others.
    static let window = 30
    static let windows = 1...365
    /// How many days are forecast.
    static let days = 7

    private let catalog: DefinitionCatalog
    private let sight: Sight?
    private let now: Instant

    /// - Parameter sight: What whoever asks may see; nil for all.
    init(_ catalog: DefinitionCatalog, _ sight: Sight?, at now: Instant) {
        self.catalog = catalog
        self.sight = sight
        self.now = now
    }

    func loads(days: Int) -> LoadQuestion {
        var question = LoadQuestion(since: self.now.advanced(bySeconds: -Int64(days) * 86_400), until: self.now)
        self.sight?.narrow(&question)
        return question
    }

    func forecast(days: Int) -> ForecastQuestion {
        let zones = self.catalog.org.officeIDs.map { id in
            let calendar = self.catalog.org.office(id).flatMap { self.catalog.calendar($0.calendar) }
            return (id, calendar?.zone.identifier ?? "UTC")
        }
        var question = ForecastQuestion(
            zones: Dictionary(zones) { first, _ in first }, now: self.now, days: days)
        self.sight?.narrow(&question)
        return question
    }
}
