import Redressal
import Synchronization

/// Keeps the board of the day, for whoever comes asks for the same one.
final class BoardCache: Sendable {
    private let kept = Mutex<(window: Range<Instant>, board: ComplaintBoard)?>(nil)

    /// The board of a time; made anew when another was kept.
    func board(
        of window: Range<Instant>, _ make: () async throws -> ComplaintBoard
    ) async throws -> ComplaintBoard {
        if let kept = self.kept.withLock({ $0 }), kept.window == window { return kept.board }
        let board = try await make()
        self.kept.withLock { $0 = (window, board) }
        return board
    }
}
