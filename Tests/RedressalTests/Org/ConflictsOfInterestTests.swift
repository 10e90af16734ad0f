import RedressalTesting
import Testing

@testable import Redressal

/// Who is in conflict with whom, found without asking of everybody.
@Suite struct ConflictsOfInterestTests {
    private static let now = Instant(seconds: 1_750_000_000)
    private static let day: Int64 = 86_400

    @Test(arguments: UInt64(0)..<200)
    func whoeverIsInConflictIsFoundAndNobodyElse(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let org = OrgDirectory([Self.programme(&random)])
        for user in org.userIDs + ["stranger"] {
            let others = Set(org.userIDs).union([user]).filter { org.isInConflict(user, with: $0, at: Self.now) }
            let expected = (others + others.flatMap { org.posts(of: $0, at: Self.now).map(\.id) }).sorted()
            #expect(org.conflicts(of: user, at: Self.now) == expected, "\(user)")
        }
    }

    /// A tree of offices, now and then with a circle in it, and people who sit, are away and are related as it comes.
    private static func programme(_ random: inout SeededGenerator) -> Programme {
        let offices = (0..<6).map { number in
            Office(
                id: "o-\(number)", name: "\(number)", kind: "office",
                parent: number == 0 ? nil : "o-\(Int.random(in: 0...(number + 1) % 6, using: &random))",
                calendar: "wall")
        }
        let posts = (0..<9).map { number in
            Post(id: "p-\(number)", office: "o-\(Int.random(in: 0..<6, using: &random))", roles: ["officer"])
        }
        let holdings = posts.flatMap { post in
            [
                Holding(post: post.id, user: Self.user(&random), to: Self.around(&random)),
                Holding(post: post.id, user: Self.user(&random), from: Self.around(&random)),
            ]
        }
        let absences = (0..<4).map { _ in
            Absence(
                user: Self.user(&random), from: Self.around(&random), to: nil,
                deputy: Bool.random(using: &random) ? Self.user(&random) : nil)
        }
        let people = Set((0..<4).map { _ in Self.user(&random) }).sorted().map {
            Person(id: $0, relatives: [Self.user(&random)])
        }
        return Programme(
            name: "town", version: 1, offices: offices, posts: posts, holdings: holdings, absences: absences,
            people: people)
    }

    private static func user(_ random: inout SeededGenerator) -> String { "u-\(Int.random(in: 0..<8, using: &random))" }

    /// A day before now, or a day after.
    private static func around(_ random: inout SeededGenerator) -> Instant {
        Self.now.advanced(bySeconds: Bool.random(using: &random) ? Self.day : -Self.day)
    }
}
