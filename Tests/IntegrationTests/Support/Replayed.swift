import RedressalTesting

/// What `redressal replay --json` prints.
struct Replayed: Decodable {
    struct Partition: Decodable, Hashable {
        let events: Int
        let void: Int
        let digest: String
    }

    let partitions: [Partition]

    /// What was decided, partition by partition.
    var digests: [String] { self.partitions.map(\.digest) }
    var events: Int { self.partitions.map(\.events).reduce(0, +) }
    var void: Int { self.partitions.map(\.void).reduce(0, +) }
}

/// What `redressal projection diff --json` prints.
struct Differences: Decodable {
    let differences: Int
}

extension Sandbox {
    func replayed() async throws -> Replayed { try await self.run("replay", "--json").json() }

    /// How many rows of the read models differ from what the log gives.
    func differences() async throws -> Int {
        let answer = try await self.answer([try Setting.binary(), "projection", "diff", "--json"])
        return try answer.json(Differences.self).differences
    }
}
