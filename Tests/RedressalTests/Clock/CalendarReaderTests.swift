import Redressal
import Testing

@Suite struct CalendarReaderTests {
    private static let head = "kind: calendar\nid: office\nversion: 1\ntz: Asia/Karachi\n"

    @Test func aCalendarIsReadWhole() throws {
        let text =
            Self.head + """
                weekend: [sat, sun]
                hours:
                  mon-thu: ["13:30-16:00", "09:00-13:00"]
                  fri: ["09:00-12:30"]
                overrides:
                  - {id: ramadan, from: 2026-02-18, to: 2026-03-19, mon-thu: ["09:00-15:00"], fri: []}
                holidays:
                  - {date: 2026-03-23, name: Pakistan Day, status: announced}
                  - {date: 2026-03-20, name: Eid al-Fitr, status: estimated}
                business_day: close_of_day

                """
        let day = [try WorkingPeriod("09:00-13:00"), try WorkingPeriod("13:30-16:00")]
        let short = [try WorkingPeriod("09:00-15:00")]
        let expected = try BusinessCalendar(
            id: "office", version: 1, timeZone: "Asia/Karachi",
            hours: WorkingHours([
                .monday: day, .tuesday: day, .wednesday: day, .thursday: day, .friday: [WorkingPeriod("09:00-12:30")],
            ]),
            overrides: [
                CalendarOverride(
                    id: "ramadan", from: #require(CivilDate("2026-02-18")), to: #require(CivilDate("2026-03-19")),
                    hours: WorkingHours([
                        .monday: short, .tuesday: short, .wednesday: short, .thursday: short, .friday: [],
                    ]))
            ],
            holidays: [
                Holiday(date: #require(CivilDate("2026-03-20")), name: "Eid al-Fitr", status: .estimated),
                Holiday(date: #require(CivilDate("2026-03-23")), name: "Pakistan Day", status: .announced),
            ])
        #expect(CalendarReader.read(text, file: "office.yaml") == CalendarReading(calendar: expected, findings: []))
    }

    @Test(arguments: CalendarMistake.all)
    func aMistakeIsNamedWithItsPlaceAndWhatWasExpected(mistake: CalendarMistake) {
        let reading = CalendarReader.read(mistake.yaml, file: "office.yaml")
        #expect(reading.calendar == nil)
        #expect(reading.findings.map(\.description) == ["office.yaml:" + mistake.finding])
    }

    @Test func allMistakesAreNamedAtOnceInTheOrderOfTheFile() {
        let text =
            "kind: calendar\nid: Office\nversion: one\ntz: Mars\nhours: {mon: [\"9-13\"], tue: \"09:00-13:00\"}\n"
        let places = CalendarReader.read(text, file: "office.yaml").findings.map { [$0.line, $0.column] }
        #expect(places == [[2, 5], [3, 10], [4, 5], [5, 15], [5, 29]])
    }

    /// The limits of every definition: an alias bomb of a kilobyte would stand for a gigabyte.
    @Test func aliasBombsAndDeepNestingAreRefused() {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...20 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            bomb += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let deep = "hours: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
        let large = String(repeating: "# padding\n", count: 60_000)
        let rules = [bomb, deep, large].map { CalendarReader.read($0, file: "c.yaml").findings.map(\.rule) }
        #expect(rules == [["too-many-aliases"], ["too-deep"], ["too-large"]])
    }
}
