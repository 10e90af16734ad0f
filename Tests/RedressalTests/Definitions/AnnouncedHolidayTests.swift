import Redressal
import Testing

/// A day off added to a calendar as it was published.
@Suite struct AnnouncedHolidayTests {
    private static let now = Instant(seconds: 1_772_366_400)

    private static let week = """
        # The desk's hours.
        kind: calendar
        id: desk
        version: 3 # the third
        tz: Asia/Karachi
        hours:
          mon-fri: ["09:00-17:00"]
        """

    private static let list =
        Self.week + """

            holidays:
              # By the moon.
              - {date: 2026-03-20, name: "Eid", status: announced}
            business_day: close_of_day

            """

    private static func published(_ text: String) -> PublishedDefinition {
        PublishedDefinition(
            kind: .calendar, name: "desk", version: 3, file: "calendars/desk.yaml", text: text, defaults: nil,
            published: Self.now, by: "u-1")
    }

    private static func added(_ text: String, _ name: String = "Feast") throws -> PublishedDefinition? {
        let date = try #require(CivilDate("2026-03-23"))
        return Self.published(text).adding(
            AnnouncedHoliday(calendar: "desk", date: date, name: name), at: Self.now, by: "u-2")
    }

    private static func holidays(of definition: PublishedDefinition) -> [String] {
        CalendarReader.read(definition.text, file: definition.file).calendar?.holidays.map { "\($0.date) \($0.name)" }
            ?? []
    }

    @Test func theLinesThatWereThereStay() throws {
        let next = try #require(try Self.added(Self.list))
        #expect((next.version, next.by, next.name, next.isWhole) == (4, "u-2", "desk", true))
        #expect(next.text.contains("# By the moon.\n  - {date: 2026-03-20, name: \"Eid\", status: announced}"))
        #expect(next.text.contains("holidays:\n  - {date: 2026-03-23, name: \"Feast\", status: announced}\n"))
        #expect(Self.holidays(of: next) == ["2026-03-20 Eid", "2026-03-23 Feast"])
    }

    @Test func aCalendarWithoutHolidaysGetsItsFirst() throws {
        let next = try #require(try Self.added(Self.week))
        #expect(next.text.hasPrefix("# The desk's hours."))
        #expect(Self.holidays(of: next) == ["2026-03-23 Feast"])
    }

    /// A list on one line: nothing can be put below it.
    @Test func aTextThatNoLineCanBeAddedToIsWrittenAnew() throws {
        let flow = Self.week + "\nholidays: [{date: 2026-03-20, name: Eid, status: announced}]\n"
        let next = try #require(try Self.added(flow))
        #expect(Self.holidays(of: next) == ["2026-03-20 Eid", "2026-03-23 Feast"])
        let read = CalendarReader.read(next.text, file: "f").calendar
        let old = CalendarReader.read(flow, file: "f").calendar
        #expect(read?.hours == old?.hours && read?.version == 4)
    }

    @Test(arguments: ["\"Feast\"", "a \\ b", "it's: a # day", "عید الفطر", "បុណ្យភ្ជុំបិណ្ឌ", "{x}", "- y", "null"])
    func namesAreKeptToTheLetter(_ name: String) throws {
        let next = try #require(try Self.added(Self.list, name))
        #expect(Self.holidays(of: next).last == "2026-03-23 \(name)")
    }

    @Test func theSameDayTwiceAndWhatIsNoCalendarAreRefused() throws {
        let next = try #require(try Self.added(Self.list))
        #expect(try Self.added(next.text) == nil)
        #expect(try Self.added("kind: calendar") == nil)
    }

    @Test(arguments: [
        ("Feast", true), ("", false), (" ", false), ("a\nb", false), ("a\u{2028}b", false),
        (String(repeating: "a", count: 101), false),
    ])
    func namesAreOneLine(_ name: String, _ isNamed: Bool) throws {
        let date = try #require(CivilDate("2026-03-23"))
        #expect(AnnouncedHoliday(calendar: "desk", date: date, name: name).isNamed == isNamed)
    }

    /// The next version passes the rules by which definitions are published, and is the one in force.
    @Test func theNextVersionIsPublishedAndInForce() throws {
        var register = DefinitionRegister()
        #expect(register.add(Self.published(Self.list)).hasErrors == false)
        let old = try #require(register.calendarText("desk"))
        let date = try #require(CivilDate("2026-03-23"))
        let next = try #require(
            old.adding(AnnouncedHoliday(calendar: "desk", date: date, name: "Feast"), at: Self.now, by: "u-2"))
        #expect(register.add(next).hasErrors == false)
        #expect(register.catalog.calendar("desk")?.version == 4)
        #expect(register.calendarText("desk") == next)
    }
}
