import Redressal

extension LogSubject {
    private static let all = Set(0..<partitionCount)

    func givesAMemberEverything() async throws {
        try await self.withLog { log in
            let board = MembershipBoard()
            let member = try await log.joinEngines(as: "only")
            let following = board.follow(member, as: "only")
            try await board.wait { $0["only"] == Self.all }
            await board.leave(member, as: "only")
            // Ends because the changes end.
            await following.value
            try require(await board.conflicts, is: [], "partitions held twice")
        }
    }

    func sharesAmongMembers() async throws {
        try await self.withLog { log in
            try await self.withLog { another in
                let board = MembershipBoard()
                let first = try await log.joinEngines(as: "first")
                let followingFirst = board.follow(first, as: "first")
                try await board.wait { $0["first"] == Self.all }
                let second = try await another.joinEngines(as: "second")
                let followingSecond = board.follow(second, as: "second")
                try await board.wait { Self.isShared($0, among: ["first", "second"]) }
                await board.leave(first, as: "first")
                try await board.wait { $0["second"] == Self.all }
                await board.leave(second, as: "second")
                for task in [followingFirst, followingSecond] { await task.value }
                try require(await board.conflicts, is: [], "partitions held twice")
            }
        }
    }

    private static func isShared(_ held: [String: Set<Int>], among names: [String]) -> Bool {
        let shares = names.map { held[$0] ?? [] }
        return shares.allSatisfy { $0.count == Self.partitionCount / names.count }
            && shares.reduce(into: Set()) { $0.formUnion($1) } == Self.all
    }
}
