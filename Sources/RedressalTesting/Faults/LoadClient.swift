import Foundation
import Redressal
import Synchronization

/// Somebody who gives commands at a bounded rate, most of them sensible, and asks again until there is an answer.
actor LoadClient {
    private let name: String
    private let system: FaultSystem
    private var random: SeededGenerator
    private var turn = 0
    private var own: [String] = []

    init(_ name: String, _ system: FaultSystem, seed: UInt64) {
        self.name = name
        self.system = system
        self.random = SeededGenerator(seed: seed)
    }

    /// Gives commands until it is told to stop, and then waits for the answer to the last.
    func run(until isOver: @Sendable () -> Bool) async {
        while !isOver() {
            let request = self.draw()
            let answer = await self.insist(request)
            if request.path == "/cases", let done = answer.done { self.own.append(done.case) }
            // The same once more, as from a button that was clicked twice or a page that was loaded again.
            if self.pick(8) == 0 { _ = await self.insist(request) }
            if self.pick(8) == 0, let old = self.system.ledger.entry(self.pick) { _ = await self.insist(old.request) }
            // The rate: the load is to be steady, not the most that can be borne.
            try? await Task.sleep(for: .milliseconds(self.pick(120)))
        }
    }

    private func draw() -> FaultRequest {
        self.turn += 1
        let key = "\(self.name)-\(self.turn)"
        let known = self.pick(2) == 0 ? self.own.suffix(6) : self.system.ledger.recentCases(6)[...]
        guard self.pick(3) > 0, !known.isEmpty else {
            return .opening(key, due: Date(timeIntervalSinceNow: Double(1 + self.pick(8))), isShared: true)
        }
        let id = known[known.startIndex + self.pick(known.count)]
        switch self.pick(12) {
        case 0: return .doing("close", to: id, key)  // refused: not for this role
        case 1: return .doing("remark", to: "no-such-case", key)
        case 2: return .doing("finish", to: id, key)
        default: return .doing("remark", to: id, key)
        }
    }

    /// Sends through either door, again and again with the same key, until there is a definite answer.
    private func insist(_ request: FaultRequest) async -> FaultAnswer {
        while true {
            let door = self.system.doors[self.pick(self.system.doors.count)]
            if let answer = await door.send(request, self.system.ledger) { return answer }
            try? await Task.sleep(for: .milliseconds(50))
        }
    }

    private func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self.random) }
}
