import Foundation

/// What `redressal projection status --json` prints.
package struct Progress: Decodable {
    package struct Partition: Decodable {
        package let folded: Int
        package let end: Int
    }

    package let partitions: [Partition]
}

extension Sandbox {
    package func progress() async throws -> Progress {
        try await self.run("projection", "status", "--json").json()
    }

    /// Waits until every event is in the read models.
    package func settle() async throws {
        try await Fact.wait(for: "every event in the read models", atMost: .seconds(180)) {
            try await self.progress().partitions.allSatisfy { $0.folded >= $0.end }
        }
    }
}
