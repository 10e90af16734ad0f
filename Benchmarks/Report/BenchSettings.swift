/// How large a run is, and where it finds the definitions.
struct BenchSettings: Sendable {
    /// The folder with `workflows/`.
    let home: String
    /// Whether the run must be over in five minutes.
    let isQuick: Bool
    /// How many timers to arm; nil for the run's usual number.
    let timers: Int?

    /// One of two sizes.
    func size<Value>(quick: Value, full: Value) -> Value { self.isQuick ? quick : full }
}
