import Testing

@testable import RedressalRuntime

@Suite struct ProcessFiguresTests {
    @Test func areReadAsTheManualHasThem() throws {
        let stat =
            "42 (a (b) c) S 1 42 42 0 -1 4194560 1 0 0 0 250 50 0 0 20 0 9 0 3000 99 2048 18446744073709551615 1 1"
        let figures = ProcessFigures(
            stat: stat, system: "cpu 1 2\nbtime 1700000000\nprocesses 9\n", openFiles: 12, mostOpenFiles: 1024,
            ticksPerSecond: 100, pageSize: 4096)
        #expect(figures?.cpuSeconds == 3)
        #expect(figures?.started == 1_700_000_030)
        #expect(figures?.residentBytes == 8_388_608)
        #expect(figures?.openFiles == 12)
        #expect(figures?.mostOpenFiles == 1024)
    }

    @Test(arguments: ["", "42 (a", "42 (a) S 1"]) func whatCannotBeReadIsNotMadeUp(_ stat: String) {
        #expect(
            ProcessFigures(
                stat: stat, system: "btime 1", openFiles: 1, mostOpenFiles: 1, ticksPerSecond: 100, pageSize: 1)
                == nil)
    }

    @Test func theSystemTellsOfThisProcess() throws {
        let figures = try #require(ProcessFigures.read())
        #expect(figures.residentBytes > 1_000_000)
        #expect(figures.openFiles > 2)
        #expect(figures.mostOpenFiles >= figures.openFiles)
    }
}
