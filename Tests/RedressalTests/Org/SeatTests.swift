import Redressal
import Testing

/// In which seat somebody acts.
@Suite struct SeatTests {
    private static let now = Instant(seconds: 1_750_000_000)

    /// A clerk of two clinics who is also a citizen, and an officer for the whole town.
    private let org = OrgDirectory([
        Programme(
            name: "town", version: 1,
            offices: ["town", "north", "south"].map {
                Office(id: $0, name: $0, kind: "clinic", parent: $0 == "town" ? nil : "town", calendar: "wall")
            },
            posts: [
                Post(id: "north-desk", office: "north", roles: ["intake"]),
                Post(id: "south-desk", office: "south", roles: ["intake"]),
                Post(id: "officer", office: "north", roles: ["triage_officer"], covers: ["town"]),
            ],
            holdings: [
                Holding(post: "north-desk", user: "clerk"), Holding(post: "south-desk", user: "clerk"),
                Holding(post: "officer", user: "officer"),
            ],
            absences: [], people: [Person(id: "clerk", roles: ["complainant"]), Person(id: "officer")])
    ])

    @Test func ofSeveralSeatsTheOneThatCoversTheCaseIsTaken() throws {
        #expect(try self.actor("clerk", "intake", for: "south").post == "south-desk")
        #expect(try self.actor("clerk", "intake", for: "town").post == "north-desk")
        #expect(try self.actor("clerk", "intake", for: nil).post == "north-desk")
        #expect(try self.actor("clerk", "intake", post: "south-desk", for: "north").post == "south-desk")
        #expect(try self.actor("officer", nil, for: "south").office == "north")
    }

    @Test func aRoleWithoutASeatHasNoOffice() throws {
        #expect(try self.actor("clerk", "complainant", for: "south") == Actor(user: "clerk", role: "complainant"))
        #expect(try self.actor("passer-by", "visitor", for: "south").office == nil)
        // The programme gives the role to people, so that it is theirs, unless a party's it is.
        #expect(throws: SeatRefusal.roleNotHeld(user: "passer-by", role: "complainant", held: [])) {
            try self.actor("passer-by", "complainant", for: "south")
        }
        let party = try self.org.actor("passer-by", in: "complainant", parties: ["complainant"], at: Self.now)
        #expect(party == Actor(user: "passer-by", role: "complainant"))
    }

    @Test func whatIsNotHeldIsRefused() {
        #expect(
            throws: SeatRefusal.roleNotHeld(user: "officer", role: "intake", held: ["triage_officer"])
        ) { try self.actor("officer", "intake", for: "south") }
        #expect(throws: SeatRefusal.roleNotHeld(user: "passer-by", role: "intake", held: [])) {
            try self.actor("passer-by", "intake", for: "south")
        }
        #expect(throws: SeatRefusal.roleMissing(user: "clerk", held: ["complainant", "intake"])) {
            try self.actor("clerk", nil, for: "south")
        }
        #expect(
            throws: SeatRefusal.postNotHeld(
                user: "clerk", role: "intake", post: "officer", held: ["north-desk", "south-desk"])
        ) { try self.actor("clerk", "intake", post: "officer", for: "south") }
    }

    @discardableResult
    private func actor(_ user: String, _ role: String?, post: String? = nil, for office: String?) throws -> Actor {
        try self.org.actor(user, in: role, post: post, for: office, at: Self.now)
    }
}
