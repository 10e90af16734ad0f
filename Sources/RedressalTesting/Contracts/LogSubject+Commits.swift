import Redressal

extension LogSubject {
    func commitsAllTogether() async throws {
        try await self.withLog { log in
            let owner = try await log.takeOwnership(of: 1)
            let records = [
                NewRecord(.events, 1, "event"), NewRecord(.outcomes, 1, "outcome"),
                NewRecord(.commands, 3, "command for another case"), NewRecord(.events, 1, "second event"),
            ]
            let offsets = try await owner.commit(records, position: 7)
            let position = try await owner.position()
            await owner.release()
            try require(position, is: 7, "position after a commit")
            let written = zip(records, offsets).map { $0.written(at: $1) }
            try require(try await log.readAll(.events, 1), is: [written[0], written[3]], "events")
            try require(try await log.readAll(.outcomes, 1), is: [written[1]], "outcomes")
            try require(try await log.readAll(.commands, 3), is: [written[2]], "commands")
        }
    }

    func commitsNothingOfAFailedCommit() async throws {
        try await self.withLog { log in
            let owner = try await log.takeOwnership(of: 1)
            _ = try await owner.commit([NewRecord(.events, 1, "before")], position: 1)
            var records = [
                NewRecord(.events, 1, "event"), NewRecord(.outcomes, 1, "outcome"), NewRecord(.commands, 3, "command"),
            ]
            if let bad = try await self.spoilCommit(log, 1) { records.append(bad) }
            _ = try await logErrorCode { try await owner.commit(records, position: 2) }
            await owner.release()

            let next = try await log.takeOwnership(of: 1)
            try require(try await next.position(), is: 1, "position after a failed commit")
            try require(try await log.readTexts(.events, 1), is: ["before"], "events after a failed commit")
            try require(try await log.readTexts(.outcomes, 1), is: [], "outcomes after a failed commit")
            try require(try await log.readTexts(.commands, 3), is: [], "commands after a failed commit")
            _ = try await next.commit([NewRecord(.events, 1, "after")], position: 2)
            await next.release()
            try require(try await log.readTexts(.events, 1), is: ["before", "after"], "events of the next owner")
        }
    }

    func commitsPositionsAlone() async throws {
        try await self.withLog { log in
            let owner = try await log.takeOwnership(of: 0)
            try require(try await owner.position(), is: 0, "position before any commit")
            try require(try await owner.commit([], position: 3), is: [], "offsets of no records")
            _ = try await owner.commit([NewRecord(.events, 0, "event")], position: nil)
            try require(try await owner.position(), is: 3, "position, which nil leaves")
            await owner.release()
        }
    }

    func remembersPositions() async throws {
        try await self.withLog { log in
            for partition in 0..<Self.partitionCount {
                let owner = try await log.takeOwnership(of: partition)
                _ = try await owner.commit([NewRecord(.events, partition, "e")], position: Int64(partition * 10))
                await owner.release()
            }
        }
        try await self.withLog { log in
            for partition in 0..<Self.partitionCount {
                let owner = try await log.takeOwnership(of: partition)
                let position = try await owner.position()
                await owner.release()
                try require(position, is: Int64(partition * 10), "position of \(partition) after opening again")
                try require(try await log.readTexts(.events, partition), is: ["e"], "events after opening again")
            }
        }
    }
}
