extension CalendarZone {
    /// The date in the zone at an instant.
    package func date(at instant: Instant) -> CivilDate {
        let day = self.localMilliseconds(at: instant).quotientRoundedDown(by: 86_400_000)
        return CivilDate(dayNumber: Int(day))
    }

    /// The instant at which a date begins in the zone.
    func start(of date: CivilDate) -> Instant {
        self.instant(atLocalMilliseconds: Int64(date.dayNumber) * 86_400_000)
    }

    /// The instant of a wall-clock time on a date; 24:00 is the beginning of the next date.
    ///
    /// A skipped time is the instant of the clock change, a repeated time its first occurrence.
    package func instant(on date: CivilDate, at time: TimeOfDay) -> Instant {
        self.instant(atLocalMilliseconds: Int64(date.dayNumber) * 86_400_000 + time.milliseconds)
    }

    /// The instant so many calendar days later at the same wall-clock time.
    package func instant(_ days: Int, daysAfter instant: Instant) -> Instant {
        self.instant(atLocalMilliseconds: self.localMilliseconds(at: instant) + Int64(days) * 86_400_000)
    }
}
