/// Where a piece of the demo happens; neither place changes its clocks.
enum DemoPlace: Int64, Sendable {
    /// Hours ahead of UTC.
    case abbottabad = 5
    case khanSenSok = 7

    /// The instant of a local time of 2025.
    func at(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
        let days = CivilDate(year: 2025, month: month, day: day)?.dayNumber ?? 0
        let minutes = (Int64(days) * 24 + Int64(hour) - self.rawValue) * 60 + Int64(minute)
        return Instant(seconds: minutes * 60)
    }
}
