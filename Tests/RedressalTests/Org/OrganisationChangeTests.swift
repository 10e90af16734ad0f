import Foundation
import Redressal
import Testing

/// Who is away and who sits where, changed in a programme's text as it was published.
@Suite struct OrganisationChangeTests {
    /// The lines that went and those that came, but for the version's.
    private static func lines(of change: OrganisationChange, in text: String = WellTown.text) throws -> [String] {
        let next = try WellTown.making(change, in: text)
        let (old, new) = (text.split(separator: "\n"), next.text.split(separator: "\n"))
        #expect(new.contains("version: 4 # the third") && next.isWhole && next.version == 4 && next.by == "u-6")
        return old.filter { !new.contains($0) && !$0.hasPrefix("version") }.map { "-\($0)" }
            + new.filter { !old.contains($0) && !$0.hasPrefix("version") }.map { "+\($0)" }
    }

    @Test func anAbsenceIsALineMore() throws {
        let change = OrganisationChange.away(
            user: "u-1", first: try WellTown.day("2026-04-13"), last: try WellTown.day("2026-04-17"), deputy: "u-4")
        #expect(try Self.lines(of: change) == ["+  - {user: u-1, from: 2026-04-13, to: 2026-04-17, deputy: u-4}"])
        let next = try WellTown.making(change)
        #expect(next.text.contains("    from: 2026-04-01\n  - {user: u-1,"))
        let org = OrgDirectory([try #require(OrganisationText(next)).programme])
        let during = WellTown.now.advanced(bySeconds: 4 * 86_400)
        #expect(org.posts(of: "u-4", at: during).map(\.id) == ["chief"] && org.isAbsent("u-1", at: during))
        #expect(org.posts(of: "u-4", at: WellTown.now).isEmpty && !org.isAbsent("u-1", at: WellTown.now))
    }

    /// What was done this morning was not done by somebody who was away.
    @Test func whatBeginsTodayBeginsNow() throws {
        let change = OrganisationChange.away(
            user: "u-1", first: try WellTown.day("2026-04-10"), last: nil, deputy: nil)
        #expect(try Self.lines(of: change) == ["+  - {user: u-1, from: \"2026-04-10T04:30:00.000Z\"}"])
    }

    @Test func theFirstAbsenceBeginsTheList() throws {
        let text = WellTown.text.replacing(#/(?s)absences:.*people:/#, with: "people:")
        let change = OrganisationChange.away(
            user: "u-1", first: try WellTown.day("2026-04-13"), last: try WellTown.day("2026-04-13"), deputy: nil)
        let expected = ["+absences:", "+  - {user: u-1, from: 2026-04-13, to: 2026-04-13}"]
        #expect(try Self.lines(of: change, in: text) == expected)
        let open = String(text.dropLast())
        #expect(try Self.lines(of: change, in: open) == expected)
        let empty = text + "absences:\n"
        #expect(try Self.lines(of: change, in: empty) == [expected[1]])
    }

    @Test func aListInBracketsIsWrittenAnew() throws {
        let text = WellTown.text.replacing(
            #/(?s)absences:.*people:/#,
            with: "absences: [{user: u-3, from: 2026-05-04, to: 2026-05-08}] # Leave.\npeople:")
        let change = OrganisationChange.away(
            user: "u-1", first: try WellTown.day("2026-04-13"), last: nil, deputy: nil)
        #expect(
            try Self.lines(of: change, in: text).last
                == "+absences: [{user: u-3, from: 2026-05-04, to: 2026-05-08}, {user: u-1, from: 2026-04-13}] # Leave.")
    }

    @Test func whoIsBackSoonerIsNotAway() throws {
        let leave = try #require(Instant("2026-05-03T19:00:00Z"))
        let shorter = OrganisationChange.back(user: "u-3", from: leave, on: try WellTown.day("2026-05-06"))
        #expect(
            try Self.lines(of: shorter) == [
                "-  - {user: u-3, from: 2026-05-04, to: 2026-05-08, deputy: u-2}",
                "+  - {user: u-3, from: 2026-05-04, to: 2026-05-05, deputy: u-2}",
            ])
        let never = OrganisationChange.back(user: "u-3", from: leave, on: try WellTown.day("2026-05-04"))
        #expect(try Self.lines(of: never) == ["-  - {user: u-3, from: 2026-05-04, to: 2026-05-08, deputy: u-2}"])
        let open = try #require(Instant("2026-03-31T19:00:00Z"))
        let today = OrganisationChange.back(user: "u-2", from: open, on: try WellTown.day("2026-04-10"))
        #expect(try Self.lines(of: today) == ["+    to: \"2026-04-10T04:30:00.000Z\""])
        let monday = OrganisationChange.back(user: "u-2", from: open, on: try WellTown.day("2026-04-13"))
        #expect(try Self.lines(of: monday) == ["+    to: 2026-04-12"])
    }

    @Test func aPostChangesHands() throws {
        let first = try WellTown.day("2026-05-01")
        #expect(
            try Self.lines(of: .seat(post: "chief", user: "u-4", on: first)) == [
                "-  chief: {office: town, roles: [supervisor_l1], holder: u-1}",
                "+  chief: {office: town, roles: [supervisor_l1], holder: "
                    + "[{user: u-1, to: 2026-04-30}, {user: u-4, from: 2026-05-01}]}",
            ])
        #expect(
            try Self.lines(of: .seat(post: "keeper", user: "u-4", on: first)) == [
                "+        to: 2026-04-30", "+      - {user: u-4, from: 2026-05-01}",
            ])
        #expect(
            try Self.lines(of: .seat(post: "clerk", user: "u-4", on: first)) == [
                "-  clerk: {office: town, roles: [intake]}",
                "+  clerk: {holder: [{user: u-4, from: 2026-05-01}], office: town, roles: [intake]}",
            ])
        #expect(
            try Self.lines(of: .seat(post: "gate", user: "u-4", on: first)) == [
                "+    holder: [{user: u-4, from: 2026-05-01}]"
            ])
        #expect(
            try Self.lines(of: .seat(post: "chief", user: nil, on: try WellTown.day("2026-04-10"))).last
                == "+  chief: {office: town, roles: [supervisor_l1], holder: [{user: u-1, to: \"2026-04-10T04:30:00.000Z\"}]}"
        )
    }

    /// What was planned from that day on goes with the change.
    @Test func aPlanIsReplaced() throws {
        let planned = try WellTown.making(.seat(post: "keeper", user: "u-4", on: try WellTown.day("2026-05-01"))).text
        let old = try #require(
            OrganisationText(WellTown.published(planned.replacing("version: 4", with: "version: 3"))))
        let next = try old.making(
            .seat(post: "keeper", user: "u-1", on: try WellTown.day("2026-04-20")), OrgDirectory([old.programme]),
            at: WellTown.now, by: "u-6")
        #expect(
            next.text.contains("to: 2026-04-19\n      - {user: u-1, from: 2026-04-20}") && !next.text.contains("u-4,"))
        #expect(
            next.text.contains("# Since the spring.\n      - user: u-3\n        from: 2026-04-01 # after the feast\n"))
    }

    /// Whoever sits in a shipped programme's ordinary posts, each can be left and filled by changing its own lines alone.
    @Test(arguments: ["kp-abbottabad", "khan-sen-sok"])
    func everyShippedPostCanBeLeftAndFilled(_ name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../workflows/programmes/\(name).yaml").standardizedFileURL
        let text = try String(contentsOf: file, encoding: .utf8)
        let reading = ProgrammeReader.read(text, file: name)
        let programme = try #require(reading.programme)
        let published = PublishedDefinition(
            kind: .programme, name: name, version: programme.version, file: name, text: text, defaults: nil,
            published: WellTown.now, by: "u-9")
        let old = try #require(OrganisationText(published))
        let org = OrgDirectory([programme])
        let lanes = Set(programme.offices.filter { $0.lane != nil }.map(\.id))
        for post in programme.posts where !OversightRole.isAmong(post.roles) && !lanes.contains(post.office) {
            let holder = org.holder(of: post.id, at: WellTown.now)
            let user = try #require(programme.people.last).id
            let change = OrganisationChange.seat(
                post: post.id, user: holder == nil ? user : nil, on: try WellTown.day("2027-01-01"))
            let next = try old.making(change, org, at: WellTown.now, by: "u-9")
            let lines = Set(next.text.split(separator: "\n"))
            let gone = text.split(separator: "\n").filter { !lines.contains($0) }
            #expect(gone.count <= 2, "\(post.id): \(gone)")
        }
    }
}
