import Redressal
import Testing

/// Whose accounts an administrator keeps, and what they may not do.
@Suite struct AccountReachTests {
    private static let now = Instant(seconds: 1_000_000)

    /// A province with a district under it; the district has an administrator of its own.
    private static let org = OrgDirectory([
        Programme(
            name: "p", version: 1,
            offices: [
                Office(id: "province", name: "P", kind: "province", parent: nil, calendar: "wall"),
                Office(id: "district", name: "D", kind: "district", parent: "province", calendar: "wall"),
            ],
            posts: [
                Post(id: "p-admin", office: "province", roles: ["administrator"]),
                Post(id: "d-admin", office: "district", roles: ["administrator"]),
                Post(id: "p-auditor", office: "province", roles: ["auditor"]),
                Post(id: "d-clerk", office: "district", roles: ["intake"]),
            ],
            holdings: [
                Holding(post: "p-admin", user: "high"), Holding(post: "d-admin", user: "low"),
                Holding(post: "p-auditor", user: "auditor"), Holding(post: "d-clerk", user: "clerk"),
                Holding(post: "d-clerk", user: "former", to: Instant(seconds: 1)),
            ], absences: [],
            people: [Person(id: "anywhere", roles: ["administrator"]), Person(id: "citizen", roles: ["complainant"])])
    ])

    @Test func theyAreThoseThatTheirPostReaches() throws {
        let low = try #require(AccountReach(of: "low", Self.org, at: Self.now))
        #expect(low.people == ["anywhere", "citizen", "clerk", "former", "low"])
        #expect(!low.covers("auditor") && !low.covers("high") && low.covers("some-service"))
        let high = try #require(AccountReach(of: "high", Self.org, at: Self.now))
        #expect(high.people.count == 7)
        #expect(high.isOwn("high") && !high.isOwn("low"))
        let anywhere = try #require(AccountReach(of: "anywhere", Self.org, at: Self.now))
        #expect(anywhere.people.count == 7)
        for other in ["clerk", "auditor", "former", "nobody"] {
            #expect(AccountReach(of: other, Self.org, at: Self.now) == nil)
        }
    }

    /// Whoever oversees acts in no other role, whichever seats they hold; with a case of their own they do as anybody.
    @Test func whoOverseesActsOnNoCase() throws {
        let org = OrgDirectory([
            Programme(
                name: "p", version: 1,
                offices: [Office(id: "o", name: "O", kind: "cell", parent: nil, calendar: "wall")],
                posts: [
                    Post(id: "clerk", office: "o", roles: ["intake"]),
                    Post(id: "auditor", office: "o", roles: ["auditor"]),
                ],
                holdings: [Holding(post: "clerk", user: "both"), Holding(post: "auditor", user: "both")], absences: [],
                people: [])
        ])
        #expect(throws: SeatRefusal.oversight(user: "both", role: "intake")) {
            try org.actor("both", in: "intake", at: Self.now)
        }
        let own = try org.actor("both", in: "complainant", parties: ["complainant"], at: Self.now)
        #expect(own.role == "complainant")
    }
}
