extension QuietHours {
    /// When the quiet hours end that hold at an instant on a zone's wall clock; nil when none hold.
    ///
    /// Equal times are no quiet hours at all.
    package func end(at instant: Instant, in zone: CalendarZone) -> Instant? {
        guard let from = TimeOfDay(self.from), let to = TimeOfDay(self.to), from != to else { return nil }
        let today = zone.date(at: instant)
        // Those that began yesterday, and those that begin today.
        for day in [today.dayNumber - 1, today.dayNumber] {
            let begins = zone.instant(on: CivilDate(dayNumber: day), at: from)
            let ends = zone.instant(on: CivilDate(dayNumber: from < to ? day : day + 1), at: to)
            if begins <= instant, instant < ends { return ends }
        }
        return nil
    }
}
