/// Something that is measured beside its limit.
protocol Benchmark: Sendable {
    /// What `--only` calls it.
    static var name: String { get }

    init(_ settings: BenchSettings)

    /// - Parameter report: Takes each row as soon as it is known.
    func run(_ report: inout BenchReport) async throws
}
