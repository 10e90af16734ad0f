import Redressal

extension LogSubject {
    func keepsOrderWithinEachPartition() async throws {
        try await self.withLog { log in
            let records = (0..<40).map { NewRecord(.commands, $0 % 3, "command \($0)") }
            let first = try await log.append(Array(records[..<25]))
            let second = try await log.append(Array(records[25...]))
            let written = zip(records, first + second).map { $0.written(at: $1) }
            for partition in 0..<3 {
                let expected = written.filter { $0.partition == partition }
                try require(try await log.readAll(.commands, partition), is: expected, "records read")
                let offsets = expected.map(\.offset)
                try require(offsets, is: Array(Set(offsets)).sorted(), "offsets given")
            }
        }
    }

    func readsFromAnOffset() async throws {
        try await self.withLog { log in
            let offsets = try await log.append((0..<10).map { NewRecord(.definitions, 0, "definition \($0)") })
            let texts = try await log.readAll(.definitions, 0, from: offsets[7]).map(\.text)
            try require(texts, is: ["definition 7", "definition 8", "definition 9"], "records from the eighth")
            let reader = try await log.reader(of: .definitions, from: [0: offsets[2]])
            let batch = try await reader.next(3, wait: .seconds(20))
            await reader.close()
            try require(batch.records.map(\.offset), is: Array(offsets[2..<5]), "offsets of three records")
            try require(batch.positions, is: [0: offsets[5]], "position after three records")
        }
    }

    /// Also from where nothing follows but what marks the end of a transaction.
    func readsToTheEndFromAnywhere() async throws {
        try await self.withLog { log in
            let owner = try await log.takeOwnership(of: 0)
            for number in 0..<3 {
                _ = try await owner.commit(
                    [NewRecord(.events, 0, "\(number) a"), NewRecord(.events, 0, "\(number) b")], position: nil)
            }
            await owner.release()
            let second = try await log.takeOwnership(of: 0)
            _ = try await second.commit([NewRecord(.events, 0, "last")], position: nil)
            let all = try await log.readAll(.events, 0)
            for start in 0...(try await log.end(of: .events, partition: 0)) {
                let found = try await log.readAll(.events, 0, from: start)
                try require(found, is: all.filter { $0.offset >= start }, "reading from \(start)")
            }
            await second.release()
        }
    }

    func takesLargeBatches() async throws {
        try await self.withLog { log in
            let records = (0..<5000).map { NewRecord(.events, $0 % 4, "event \($0)") }
            let owner = try await log.takeOwnership(of: 0)
            let offsets = try await owner.commit(records, position: 5000)
            await owner.release()
            let written = zip(records, offsets).map { $0.written(at: $1) }
            for partition in 0..<4 {
                let found = try await log.readAll(.events, partition)
                try require(found, is: written.filter { $0.partition == partition }, "records of a large batch")
            }
        }
    }

    func hasEmptyPartitions() async throws {
        try await self.withLog { log in
            try require(try await log.end(of: .events, partition: 3), is: 0, "end of an empty partition")
            let reader = try await log.reader(of: .events, from: [0: 0, 3: 0])
            let nothing = try await reader.next(10, wait: .zero)
            try require(nothing.records, is: [], "records of empty partitions")
            let offsets = try await log.append([NewRecord(.events, 3, "first")])
            var records: [LogRecord] = []
            while records.isEmpty {
                try Task.checkCancellation()
                records = try await reader.next(10, wait: .seconds(20)).records
            }
            await reader.close()
            try require(records, is: [NewRecord(.events, 3, "first").written(at: offsets[0])], "first record")
        }
    }

    func preparesTwice() async throws {
        try await self.withLog { log in
            _ = try await log.append([NewRecord(.commands, 1, "before")])
            try await log.prepare()
            try require(try await log.readTexts(.commands, 1), is: ["before"], "records after preparing again")
        }
    }
}
