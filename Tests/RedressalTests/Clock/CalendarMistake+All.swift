extension CalendarMistake {
    /// Every kind of mistake once; findings without their file's name.
    static let all: [CalendarMistake] = [
        CalendarMistake(
            "1:1: error: expected a definition but the file is empty [empty-file]",
            in: ""),
        CalendarMistake(
            "1:1: error: expected a calendar as a mapping but found a list [wrong-type]",
            in: "- a"),
        CalendarMistake(
            "1:7: error: control characters are not allowed [yaml-syntax]",
            in: "kind: \u{7}"),
        CalendarMistake(
            "6:1: error: while parsing a flow mapping, did not find expected ',' or '}' [yaml-syntax]",
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi
                hours: {mon: ["09:00-13:00"]

                """),
        CalendarMistake(
            "2:1: error: expected each key once but found 'id' more than once [duplicate-key]",
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi
                id: again
                hours:
                  mon-fri: ["09:00-13:00"]

                """),
        CalendarMistake(
            "1:1: error: expected a calendar to have 'hours' but it is missing [missing-key]",
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi

                """),
        CalendarMistake(
            """
            7:1: error: expected a key among kind, id, version, tz, hours, weekend, overrides, holidays, \
            business_day but found 'holliday' [unknown-key]
            """,
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi
                hours:
                  mon-fri: ["09:00-13:00"]
                holliday: []

                """),
        CalendarMistake(
            "1:7: error: expected kind: calendar but found 'workflow' [bad-value]",
            in: """
                kind: workflow
                id: office
                version: 1
                tz: UTC
                hours:
                  mon-fri: ["09:00-13:00"]

                """),
        CalendarMistake(
            "3:10: error: expected a version from 1 but found '0' [bad-value]",
            in: """
                kind: calendar
                id: office
                version: 0
                tz: UTC
                hours:
                  mon-fri: ["09:00-13:00"]

                """),
        CalendarMistake(
            "4:5: error: expected a time zone such as Asia/Karachi but found 'Asia/Peshawar' [time-zone]",
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Peshawar
                hours:
                  mon-fri: ["09:00-13:00"]

                """),
        CalendarMistake(
            """
            5:15: error: expected a period within one day; write hours past midnight as two, one ending at \
            24:00 but found '22:00-06:00' [calendar-hours]
            """,
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi
                hours: {mon: ["22:00-06:00"]}

                """),
        CalendarMistake(
            """
            6:24: error: expected periods apart from each other but on mon 09:00-13:00 overlaps \
            12:30-16:00 [calendar-hours]
            """,
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi
                hours:
                  mon: ["09:00-13:00", "12:30-16:00"]

                """),
        CalendarMistake(
            "7:3: error: expected each weekday once but wed is named again [calendar-hours]",
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi
                hours:
                  mon-wed: ["09:00-13:00"]
                  wed: []

                """),
        CalendarMistake(
            """
            5:9: error: expected a weekday such as fri or a range such as mon-thu within Monday to Sunday \
            but found 'sat-mon' [calendar-hours]
            """,
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi
                hours: {sat-mon: []}

                """),
        CalendarMistake(
            "5:8: error: expected hours on at least one weekday but there are none [calendar-hours]",
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi
                hours: {mon: []}

                """),
        CalendarMistake(
            "5:11: error: expected a weekend day without hours but fri has some [calendar-hours]",
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi
                weekend: [fri, sat, sun]
                hours:
                  mon-fri: ["09:00-13:00"]

                """),
        CalendarMistake(
            "7:3: error: expected hours for sat, or it in the weekend, but it is in neither [calendar-hours]",
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi
                weekend: [sun]
                hours:
                  mon-fri: ["09:00-13:00"]

                """),
        CalendarMistake(
            "8:12: error: expected a date such as 2026-04-10 but found '2026-02-30' [bad-value]",
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi
                hours:
                  mon-fri: ["09:00-13:00"]
                holidays:
                  - {date: 2026-02-30, name: Never, status: announced}

                """),
        CalendarMistake(
            """
            8:44: error: expected one of estimated, announced, revised, cancelled but found 'sure' \
            [bad-value]
            """,
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi
                hours:
                  mon-fri: ["09:00-13:00"]
                holidays:
                  - {date: 2026-02-05, name: Some, status: sure}

                """),
        CalendarMistake(
            "9:5: error: expected each holiday once but 'A' stands twice on 2026-02-05 [calendar]",
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi
                hours:
                  mon-fri: ["09:00-13:00"]
                holidays:
                  - {date: 2026-02-05, name: A, status: revised}
                  - {date: 2026-02-05, name: A, status: announced}

                """),
        CalendarMistake(
            "8:5: error: expected at most one override for a date but 'a' and 'b' overlap [calendar]",
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi
                hours:
                  mon-fri: ["09:00-13:00"]
                overrides:
                  - {id: b, from: 2026-02-05, to: 2026-02-09, mon: []}
                  - {id: a, from: 2026-02-01, to: 2026-02-05, mon: []}

                """),
        CalendarMistake(
            "8:5: error: expected an override to name a weekday's hours but there are none [missing-key]",
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi
                hours:
                  mon-fri: ["09:00-13:00"]
                overrides:
                  - {id: a, from: 2026-02-01, to: 2026-02-05}

                """),
        CalendarMistake(
            """
            8:15: error: expected the same hours on every working day, which same_time needs, but found \
            09:00-13:00 and 09:00-12:00 [calendar]
            """,
            in: """
                kind: calendar
                id: office
                version: 1
                tz: Asia/Karachi
                hours:
                  mon: ["09:00-13:00"]
                  fri: ["09:00-12:00"]
                business_day: same_time

                """),
    ]
}
