/// What decides everything that happens in a world.
struct WorldOptions: Sendable {
    let seed: UInt64
    var clients = 2
    /// How many commands each client gives.
    var commands = 14
    /// How many faults come over the world.
    var strokes = 12
    var faults = Set(Fault.allCases)
    var sabotage: Sabotage?
    /// Whether what happens is written down, which decides nothing and takes time.
    var keepsHistory = false
}
