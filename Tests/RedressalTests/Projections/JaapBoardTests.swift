import Redressal
import Testing

@Suite struct JaapBoardTests {
    private static func plan(_ name: String, _ completed: Int, of actions: Int, with supervisor: Int = 0) -> JaapPlan {
        JaapPlan(
            plan: name, sangkat: "120802",
            figures: JaapFigures(actions: actions, completed: completed, withSupervisor: supervisor))
    }

    @Test func aPlanOfFewActionsShowsNoFiguresAndIsInNoSum() {
        let large = Self.plan("a", 48, of: 50, with: 2)
        let small = Self.plan("b", 4, of: 4)
        let least = Self.plan("c", 0, of: 5)
        let board = JaapBoard([large, small, least])
        #expect(board.lines.map(\.plan) == ["a", "b", "c"])
        #expect(board.lines.map(\.figures) == [large.figures, nil, least.figures])
        #expect(large.figures.percent == 96)
        #expect(board.total == JaapFigures(actions: 55, completed: 48, withSupervisor: 2))
    }

    @Test func whereNothingIsShownThereIsNoSum() {
        #expect(JaapBoard([]).total == nil)
        #expect(JaapBoard([Self.plan("b", 1, of: 4)]).total == nil)
    }
}
