import Redressal
import Testing

@Suite struct QuietHoursTests {
    @Test(arguments: [
        ("20:00", "07:00", "2026-04-10T19:59:59Z", nil),
        ("20:00", "07:00", "2026-04-10T20:00:00Z", "2026-04-11T07:00:00Z"),
        ("20:00", "07:00", "2026-04-11T06:59:59Z", "2026-04-11T07:00:00Z"),
        ("20:00", "07:00", "2026-04-11T07:00:00Z", nil),
        ("13:00", "14:00", "2026-04-10T13:30:00Z", "2026-04-10T14:00:00Z"),
        ("13:00", "14:00", "2026-04-10T14:00:00Z", nil),
        ("09:00", "09:00", "2026-04-10T09:00:00Z", nil),
    ])
    func theyEndWhereTheySay(from: String, to: String, now: String, end: String?) throws {
        let zone = try CalendarZone(identifier: "UTC")
        let found = QuietHours(from: from, to: to).end(at: try #require(Instant(now)), in: zone)
        #expect(found == end.flatMap { Instant($0) })
    }

    /// The end lies ahead, within a day and an hour, and is not quiet itself; also where clocks change.
    @Test(arguments: ["Asia/Karachi", "Asia/Phnom_Penh", "America/New_York", "Australia/Lord_Howe"])
    func theirEndIsAheadAndLoud(_ name: String) throws {
        let zone = try CalendarZone(identifier: name)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let from = try #require(TimeOfDay(hour: Int.random(in: 0...23, using: &random), minute: 0))
            let to = try #require(TimeOfDay(hour: Int.random(in: 0...23, using: &random), minute: 30))
            let quiet = QuietHours(from: "\(from)", to: "\(to)")
            let now = Instant(milliseconds: Int64.random(in: 1_700_000_000_000...1_800_000_000_000, using: &random))
            guard let end = quiet.end(at: now, in: zone) else { continue }
            #expect(now < end && now.milliseconds(to: end) <= 25 * 3_600_000, "\(quiet) at \(now) in \(name)")
            #expect(quiet.end(at: end, in: zone) == nil, "\(quiet) at \(now) in \(name)")
        }
    }
}
