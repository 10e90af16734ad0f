import Redressal
import Testing

/// What of the offices' figures everybody may see.
@Suite struct ComplaintBoardTests {
    @Test func whatIsSmallIsHiddenAndInNoSum() throws {
        let board = ComplaintBoard([
            ComplaintFigures(office: "c", received: 4, closed: 4, inTime: 4),
            ComplaintFigures(office: "a", received: 50, closed: 48, inTime: 36),
            ComplaintFigures(office: "b", received: 10, closed: 4, inTime: 0),
        ])
        #expect(board.lines.map(\.office) == ["a", "b", "c"])
        #expect(board.lines.map(\.received) == [50, 10, nil])
        #expect(board.lines.map { $0.closed?.percent } == [96, 40, nil])
        #expect(board.lines.map { $0.inTime?.percent } == [75, nil, nil])
        #expect(board.closed == ComplaintBoard.Share(52, of: 60))
        #expect(board.inTime == ComplaintBoard.Share(36, of: 48))
    }

    /// Nothing hidden can be found by taking what is shown away from the sums.
    @Test(arguments: 0..<200) func sumsAreOverWhatIsShown(_ seed: UInt64) {
        var random = seed &* 6_364_136_223_846_793_005 &+ 1
        func next(_ most: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % (most + 1)
        }
        let figures = (0..<6).map { index in
            let received = next(12)
            let closed = next(received)
            return ComplaintFigures(office: "o\(index)", received: received, closed: closed, inTime: next(closed))
        }
        let board = ComplaintBoard(figures)
        #expect((board.closed?.of ?? 0) == board.lines.compactMap(\.received).reduce(0, +))
        #expect((board.inTime?.of ?? 0) == board.lines.compactMap { $0.inTime?.of }.reduce(0, +))
        #expect((board.inTime?.count ?? 0) == board.lines.compactMap { $0.inTime?.count }.reduce(0, +))
        for line in board.lines {
            #expect((line.received ?? 5) >= 5 && (line.inTime?.of ?? 5) >= 5)
            #expect(line.received != nil || (line.closed == nil && line.inTime == nil))
        }
    }

    @Test func itTellsOfDaysThatHaveEnded() throws {
        let noon = try #require(Instant("2026-04-10T12:00:00Z"))
        let evening = try #require(Instant("2026-04-10T23:59:59Z"))
        let window = ComplaintBoard.window(at: noon)
        #expect(window.upperBound == Instant("2026-04-10T00:00:00Z"))
        #expect(window.lowerBound == Instant("2026-01-10T00:00:00Z"))
        #expect(ComplaintBoard.window(at: evening) == window)
    }
}
