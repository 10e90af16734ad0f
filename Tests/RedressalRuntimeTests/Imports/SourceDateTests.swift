import Redressal
import Testing

@testable import RedressalRuntime

@Suite struct SourceDateTests {
    @Test(arguments: [
        ("29/2/2016 01:16", DateOrder.dayFirst, "2016-02-29T01:16:00.000Z"),
        ("04/02/2022 13:47:30", .dayFirst, "2022-02-04T13:47:30.000Z"),
        ("04/02/2022 13:47:30", .monthFirst, "2022-04-02T13:47:30.000Z"),
        ("2022-02-04 13:47:30", .yearFirst, "2022-02-04T13:47:30.000Z"),
    ])
    func readsEachOrder(_ text: String, _ order: DateOrder, _ instant: String) {
        #expect(SourceDate(text, order)?.inUTC.description == instant)
    }

    @Test(arguments: [
        "", "?", "2022-02-04", "2022-02-30 10:00", "2022-02-04 24:00", "2022-02-04 1:00", "2022-02-04  10:00",
        "2022-02-04T10:00:00", "22-02-04 10:00", "2022-02-04 10:00:60", "2022-02-04 10:00 AM", "+022-02-04 10:00",
    ])
    func refusesWhatIsNoDateWithATime(_ text: String) {
        #expect(SourceDate(text, .yearFirst) == nil)
    }

    @Test func takesLocalTimesAcrossTheClockChange() throws {
        let zone = try CalendarZone(identifier: "America/New_York")
        let instants = ["2022-03-12 13:03:21", "2022-03-14 13:03:21"].map {
            SourceDate($0, .yearFirst)?.instant(in: zone)
        }
        #expect(instants.map(\.?.description) == ["2022-03-12T18:03:21.000Z", "2022-03-14T17:03:21.000Z"])
    }
}
