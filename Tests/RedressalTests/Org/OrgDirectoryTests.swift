import Redressal
import Testing

@Suite struct OrgDirectoryTests {
    private static let june = Instant(seconds: 1_750_000_000)
    private static let july = Instant(seconds: 1_752_000_000)

    /// capital › khan › sangkat › school, and a council that stands alone.
    private let org = OrgDirectory([
        Programme(
            name: "town", version: 1,
            offices: [
                Office(id: "capital", name: "Capital", kind: "capital", parent: nil, calendar: "kh-gov"),
                Office(id: "khan", name: "Khan", kind: "khan", parent: "capital", calendar: "kh-gov"),
                Office(id: "sangkat", name: "Sangkat", kind: "sangkat", parent: "khan", calendar: "kh-gov"),
                Office(id: "school", name: "School", kind: "school", parent: "sangkat", calendar: "kh-gov"),
                Office(id: "council", name: "Council", kind: "council", parent: nil, calendar: "kh-gov"),
            ],
            posts: [
                Post(id: "governor", office: "khan", roles: ["supervisor_l2"]),
                Post(id: "second-chief", office: "sangkat", roles: ["supervisor_l1"]),
                Post(id: "chief", office: "sangkat", roles: ["supervisor_l1", "sangkat_chief"]),
                Post(id: "director", office: "school", roles: ["handler"]),
            ],
            holdings: [
                Holding(post: "governor", user: "u-1", to: Self.july),
                Holding(post: "governor", user: "u-2", from: Self.july),
                Holding(post: "chief", user: "u-3"), Holding(post: "director", user: "u-4"),
            ],
            absences: [
                Absence(user: "u-3", from: Self.june, to: Self.july), Absence(user: "u-4", from: Self.july, to: nil),
            ],
            people: [Person(id: "u-2", relatives: ["u-9"]), Person(id: "u-9")])
    ])

    @Test func aRoleIsFoundAtTheNearestOfficeAbove() {
        #expect(self.org.posts(for: "supervisor_l1", from: "school").map(\.id) == ["chief", "second-chief"])
        #expect(self.org.posts(for: "supervisor_l2", from: "school").map(\.id) == ["governor"])
        #expect(self.org.posts(for: "director", from: "council").map(\.id) == ["director"])
        #expect(self.org.posts(for: "supervisor_l1", from: "council") == [])
        #expect(self.org.posts(for: "handler", from: "sangkat") == [])
        #expect(self.org.path(from: "school").map(\.id) == ["school", "sangkat", "khan", "capital"])
    }

    @Test func aSeatChangesItsHolderAtAnInstant() {
        #expect(self.org.holder(of: "governor", at: Self.july.advanced(byMilliseconds: -1)) == "u-1")
        #expect(self.org.holder(of: "governor", at: Self.july) == "u-2")
        #expect(self.org.holder(of: "second-chief", at: Self.july) == nil)
        #expect(self.org.posts(of: "u-1", at: Self.june).map(\.id) == ["governor"])
        #expect(self.org.posts(of: "u-1", at: Self.july) == [])
    }

    @Test func anAbsenceEndsWhenThePersonIsBack() {
        #expect(!self.org.isAbsent("u-3", at: Self.june.advanced(byMilliseconds: -1)))
        #expect(self.org.isAbsent("u-3", at: Self.june))
        #expect(!self.org.isAbsent("u-3", at: Self.july))
        #expect(self.org.isAbsent("u-4", at: Self.july.advanced(bySeconds: 86_400 * 1000)))
        #expect(!self.org.isAbsent("nobody", at: Self.june))
    }

    @Test func anOfficeLiesWithinThoseAboveIt() {
        #expect(self.org.isWithin("school", "capital"))
        #expect(self.org.isWithin("khan", "khan"))
        #expect(!self.org.isWithin("khan", "school"))
        #expect(!self.org.isWithin("council", "capital"))
    }

    @Test func oneselfRelativesAndSubordinatesAreInConflict() {
        #expect(self.org.isInConflict("u-4", with: "u-4", at: Self.june))
        #expect(self.org.isInConflict("u-4", with: "u-3", at: Self.june))
        #expect(!self.org.isInConflict("u-3", with: "u-4", at: Self.june))
        #expect(self.org.isInConflict("u-9", with: "u-2", at: Self.june))
        #expect(self.org.isInConflict("u-2", with: "u-9", at: Self.june))
        // The governor of June is nobody's superior in July.
        #expect(self.org.isInConflict("u-4", with: "u-1", at: Self.june))
        #expect(!self.org.isInConflict("u-4", with: "u-1", at: Self.july))
    }

    @Test func aCircleOfOfficesEnds() {
        let circle = OrgDirectory([
            Programme(
                name: "loop", version: 1,
                offices: [
                    Office(id: "a", name: "A", kind: "office", parent: "b", calendar: "wall"),
                    Office(id: "b", name: "B", kind: "office", parent: "a", calendar: "wall"),
                ], posts: [], holdings: [], absences: [], people: [])
        ])
        #expect(circle.path(from: "a").map(\.id) == ["a", "b"])
        #expect(circle.posts(for: "oversight", from: "a") == [])
    }
}
