import Redressal

extension LogSubject {
    func fencesTheOwnerBefore() async throws {
        try await self.withLog { log in
            let old = try await log.takeOwnership(of: 2)
            let other = try await log.takeOwnership(of: 3)
            _ = try await old.commit([NewRecord(.events, 2, "by the old owner")], position: 1)
            let new = try await log.takeOwnership(of: 2)
            try await Self.requireFenced(old, in: log)
            // The new owner, and owners of other partitions, are not disturbed.
            _ = try await new.commit([NewRecord(.events, 2, "by the new owner")], position: 2)
            _ = try await other.commit([NewRecord(.events, 3, "elsewhere")], position: 1)
            try require(try await new.position(), is: 2, "the new owner's position")
            for owner in [old, new, other] { await owner.release() }
            let texts = try await log.readTexts(.events, 2)
            try require(texts, is: ["by the old owner", "by the new owner"], "events of both owners")
        }
    }

    func fencesAnOwnerOfAnotherProcess() async throws {
        try await self.withLog { log in
            let old = try await log.takeOwnership(of: 2)
            _ = try await old.commit([NewRecord(.events, 2, "by the old owner")], position: 1)
            try await self.withLog { another in
                let new = try await another.takeOwnership(of: 2)
                try await Self.requireFenced(old, in: another)
                _ = try await new.commit([NewRecord(.events, 2, "by the new owner")], position: 2)
                await new.release()
            }
            await old.release()
            let texts = try await log.readTexts(.events, 2)
            try require(texts, is: ["by the old owner", "by the new owner"], "events of both processes")
        }
    }

    func showsANewOwnerAllThatWasCommitted() async throws {
        try await self.withLog { log in
            let rounds = 8
            var expected: [String] = []
            for round in 0..<rounds {
                let owner = try await log.takeOwnership(of: 0)
                let found = try await log.readTexts(.events, 0)
                try require(found, is: expected, "what owner \(round) sees")
                try require(try await owner.position(), is: Int64(round), "where owner \(round) begins")
                let texts = (0..<3).map { "owner \(round), event \($0)" }
                _ = try await owner.commit(texts.map { NewRecord(.events, 0, $0) }, position: Int64(round + 1))
                expected += texts
                if round.isMultiple(of: 2) { await owner.release() }
            }
        }
    }

    /// Its commit throws `.fenced`, now and later, and nothing of it is to be seen.
    private static func requireFenced(_ owner: any PartitionOwner, in log: any Log) async throws {
        for _ in 0..<2 {
            let code = try await logErrorCode {
                try await owner.commit([NewRecord(.events, owner.partition, "too late")], position: 99)
            }
            try require(code, is: .fenced, "committing after somebody else took the partition")
        }
        let records = try await log.readAll(.events, owner.partition, )
        try require(records.map(\.text).contains("too late"), is: false, "a stale owner's event is visible")
    }
}
