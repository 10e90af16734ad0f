import Redressal
import Testing

@Suite struct ProgrammeReaderTests {
    private static let text = """
        kind: programme
        programme: town
        version: 3
        tz: Asia/Karachi
        offices:
          province: {name: Province, kind: province, calendar: kp-5day}
          district: {name: District, kind: district, parent: province}
          unit: {name: Unit, kind: bhu, parent: district, calendar: kp-6day}
        posts:
          head:
            office: district
            roles: [supervisor_l2, oversight]
            holder:
              - {user: u-1, to: 2025-06-30}
              - {user: u-2, from: 2025-07-01}
          in-charge: {office: unit, roles: [handler], holder: u-3}
          clerk: {office: unit, roles: [intake], covers: [district]}
        absences:
          - {user: u-2, from: 2025-08-04, to: "2025-08-05T09:00:00Z"}
        people:
          u-1:
          u-2: {courses: [safeguarding], relatives: [u-3]}
          u-3: {roles: [importer]}
        """

    @Test func readsOfficesPostsHoldersAbsencesAndPeople() throws {
        let reading = ProgrammeReader.read(Self.text, file: "town.yaml", calendars: ["kp-5day", "kp-6day"])
        #expect(reading.findings == [])
        let midnight = try #require(Instant("2025-06-30T19:00:00Z"))
        #expect(
            reading.programme
                == Programme(
                    name: "town", version: 3,
                    offices: [
                        Office(id: "province", name: "Province", kind: "province", parent: nil, calendar: "kp-5day"),
                        Office(
                            id: "district", name: "District", kind: "district", parent: "province", calendar: "kp-5day"),
                        Office(id: "unit", name: "Unit", kind: "bhu", parent: "district", calendar: "kp-6day"),
                    ],
                    posts: [
                        Post(id: "head", office: "district", roles: ["supervisor_l2", "oversight"]),
                        Post(id: "in-charge", office: "unit", roles: ["handler"]),
                        Post(id: "clerk", office: "unit", roles: ["intake"], covers: ["district"]),
                    ],
                    holdings: [
                        // The last day belongs to the first holder; Karachi is five hours ahead of UTC.
                        Holding(post: "head", user: "u-1", to: midnight),
                        Holding(post: "head", user: "u-2", from: midnight),
                        Holding(post: "in-charge", user: "u-3"),
                    ],
                    absences: [
                        Absence(
                            user: "u-2", from: try #require(Instant("2025-08-03T19:00:00Z")),
                            to: Instant("2025-08-05T09:00:00Z"))
                    ],
                    people: [
                        Person(id: "u-1"), Person(id: "u-2", courses: ["safeguarding"], relatives: ["u-3"]),
                        Person(id: "u-3", roles: ["importer"]),
                    ]))
    }

    /// A mistake made in the text above, and what is said about it.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let finding: String
        var testDescription: String { self.new }
    }

    @Test(arguments: Mistake.all)
    func saysWhereAndWhatWasExpected(_ mistake: Mistake) {
        #expect(Self.text.contains(mistake.old))
        let text = Self.text.replacing(mistake.old, with: mistake.new)
        let reading = ProgrammeReader.read(text, file: "town.yaml", calendars: ["kp-5day", "kp-6day"])
        #expect(reading.programme == nil)
        #expect(reading.findings.map(\.description) == ["town.yaml:" + mistake.finding])
    }

    @Test func calendarsStayUncheckedWhileNobodyKnowsThem() {
        #expect(ProgrammeReader.read(Self.text, file: "town.yaml").findings == [])
    }
}

extension ProgrammeReaderTests.Mistake {
    private static func change(_ old: String, _ new: String, _ finding: String) -> Self {
        Self(old: old, new: new, finding: finding)
    }

    static let all: [Self] = [
        change(
            "parent: district,", "parent: distrikt,",
            "8:41: error: expected a declared office but found 'distrikt'; did you mean 'district'? [unknown-office]"),
        change(
            "province, calendar: kp-5day}", "province, calendar: kp-5day, parent: unit}",
            "6:73: error: expected the offices above 'province' to end at a top but found "
                + "province under unit under district under province [office-cycle]"),
        change(
            "kind: province, calendar: kp-5day", "kind: province",
            "6:3: error: expected the key 'calendar' because no office is above 'province' but it is missing [missing-key]"
        ),
        change(
            "calendar: kp-6day", "calendar: kp-7day",
            "8:61: error: expected a declared calendar but found 'kp-7day'; did you mean 'kp-5day'? [unknown-calendar]"),
        change(
            "in-charge: {office: unit", "in-charge: {office: units",
            "16:23: error: expected a declared office but found 'units'; did you mean 'unit'? [unknown-office]"),
        change(
            "roles: [handler], holder: u-3", "roles: [handler], holder: u-9",
            "16:55: error: expected a declared user but found 'u-9'; did you mean 'u-1'? [unknown-user]"),
        change(
            "user: u-2, from: 2025-07-01", "user: u-2, from: 2025-06-30",
            "15:9: error: expected one holder of 'head' at a time but 'u-2' and 'u-1' overlap [two-holders]"),
        change(
            "roles: [intake], covers", "roles: [intake], seat: 1, covers",
            "17:42: error: expected a known key but found 'seat' [unknown-key]"),
        change(
            "clerk: {office: unit, roles: [intake],", "in-charge: {office: unit, roles: [intake],",
            "16:3: error: expected each key once but found 'in-charge' more than once [duplicate-key]"),
        change(
            "clerk: {office", "handler: {office",
            "17:3: error: expected a post's id that is no role, because ladders name both, but found the role 'handler' "
                + "[bad-name]"),
        change(
            "relatives: [u-3]", "relatives: [u-8]",
            "22:46: error: expected a declared user but found 'u-8'; did you mean 'u-1'? [unknown-user]"),
        change(
            "from: 2025-08-04, to", "from: 2025-08-06, to",
            "19:39: error: expected an end after the beginning but it is not [bad-value]"),
        change(
            "from: 2025-08-04", "from: 4 August",
            "19:23: error: expected a day such as 2025-08-04 or an instant with a zone such as 2025-08-04T09:00:00Z "
                + "but found '4 August' [bad-value]"),
        change("version: 3", "version: 0", "3:10: error: expected a number above zero but found '0' [bad-value]"),
        change(
            "Asia/Karachi", "Asia/Karatschi",
            "4:5: error: expected a time zone such as Asia/Karachi but found 'Asia/Karatschi' [time-zone]"),
        change("kind: programme", "kind: program", "1:7: error: expected 'programme' but found 'program' [bad-value]"),
    ]
}
