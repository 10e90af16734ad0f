@testable import Redressal

/// A calendar to count on.
enum FuzzCalendar {
    /// Open at every hour of every day, in a zone that moves its clocks.
    static let always = CalendarReader.read(
        """
        kind: calendar
        id: always
        version: 1
        tz: America/New_York
        weekend: []
        hours:
          mon-sun: ["00:00-24:00"]
        """, file: "always.yaml"
    ).calendar
}
