extension CalendarZone {
    /// The date in the zone at an instant.
    package func date(at instant: Instant) -> CivilDate {
        let day = self.localMilliseconds(at: instant).quotientRoundedDown(by: 86_400_000)
        return CivilDate(dayNumber: Int(day))
    }

    /// The instant at which a date begins in the zone.
    package func start(of date: CivilDate) -> Instant {
        self.instant(atLocalMilliseconds: Int64(date.dayNumber) * 86_400_000)
    }

    /// The instant of a wall-clock time on a date; 24:00 is the beginning of the next date.
    ///
    /// A skipped time is the instant of the clock change, a repeated time its first occurrence.
    package func instant(on date: CivilDate, at time: TimeOfDay) -> Instant {
        self.instant(atLocalMilliseconds: Int64(date.dayNumber) * 86_400_000 + time.milliseconds)
    }

    /// The instant that somebody typed as `2026-04-10T09:30` on a wall clock of the zone; nil for another text.
    package func instant(typed text: String) -> Instant? {
        let parts = text.split(separator: "T")
        guard parts.count == 2, let date = CivilDate(String(parts[0])), let time = TimeOfDay(String(parts[1].prefix(5)))
        else { return nil }
        return self.instant(on: date, at: time)
    }

    /// An instant as somebody would type it: `2026-04-10T09:30`, without the seconds.
    package func typed(_ instant: Instant) -> String {
        let date = self.date(at: instant)
        let minutes = Int(self.localMilliseconds(at: instant).quotientRoundedDown(by: 60_000)) - date.dayNumber * 1440
        let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
        return "\(date)T\(TimeOfDay(hour: hour, minute: minute)?.description ?? "00:00")"
    }

    /// The instant so many calendar days later at the same wall-clock time.
    package func instant(_ days: Int, daysAfter instant: Instant) -> Instant {
        self.instant(atLocalMilliseconds: self.localMilliseconds(at: instant) + Int64(days) * 86_400_000)
    }
}
