import Redressal
import RedressalRuntime

extension World {
    /// Faults come over the world, one after the other.
    func storm() async {
        for _ in 0..<self.options.strokes {
            await self.scheduler.sleep(until: self.scheduler.time + .milliseconds(20 + self.pick(400)))
            let faults = Fault.allCases.filter { self.options.faults.contains($0) && Self.strokes.contains($0) }
            guard !faults.isEmpty else { continue }
            await self.bring(faults[self.pick(faults.count)])
        }
    }

    /// The faults that come by themselves; the others spoil a call.
    private static let strokes: [Fault] = [.crash, .freeze, .move, .staleWrite, .restart, .clock, .poison]

    private func bring(_ fault: Fault) async {
        switch fault {
        case .crash: await self.crash()
        case .freeze:
            guard let victim = self.victim() else { return }
            self.freeze(victim)
        case .move: self.move()
        case .staleWrite: self.writeLate()
        case .restart:
            self.history.note("world", "the database goes away")
            self.takeDatabaseAway(until: self.scheduler.time + .milliseconds(100 + self.pick(2000)))
        case .clock:
            let seconds = Int64(self.pick(5) == 0 ? -self.pick(7200) : self.pick(5 * 86_400))
            self.history.note("world", "clocks jump by \(seconds) s")
            self.clock.jump(bySeconds: seconds)
        case .poison: self.poison()
        case .unknownCommit, .lateCommit, .failedCommit, .append, .duplicate, .database: break
        }
    }

    private func victim() -> SimulatedProcess? {
        let processes = self.processes.filter { !$0.isDead }
        return processes.isEmpty ? nil : processes[self.pick(processes.count)]
    }

    private func crash() async {
        guard let victim = self.victim() else { return }
        await victim.die()
        self.replace(victim, at: self.scheduler.time + .milliseconds(self.pick(1500)))
    }

    /// Has a process stand still while others take over from it.
    func freeze(_ victim: SimulatedProcess) {
        victim.note("stands still")
        victim.freeze(until: self.scheduler.time + .milliseconds(50 + self.pick(3000)))
        self.take(from: victim)
    }

    private func move() {
        guard let victim = self.victim() else { return }
        self.history.note("world", "partitions are taken from \(victim.name)")
        self.take(from: victim)
    }

    private func take(from victim: SimulatedProcess) {
        switch victim.kind {
        case .engine: MemoryLog(self.log).loseMember(victim.name)
        case .worker: MemoryLog(self.workers).loseMember(victim.name)
        case .gateway: break
        }
    }

    private func writeLate() {
        for record in self.lostRecords() {
            self.history.note("world", "late: \(record.shortWords)")
            MemoryLog(self.log).putForeign(
                .events, partition: record.partition, key: record.key, headers: record.headers, value: record.value)
        }
        self.scheduler.ring()
    }

    private func poison() {
        let partition = self.pick(Self.partitions)
        self.history.note("world", "a foreign record in events \(partition)")
        let values: [[UInt8]?] = [nil, Array("{".utf8), Array(#"{"type":"deadline_breached"}"#.utf8), []]
        MemoryLog(self.log).putForeign(
            .events, partition: partition, key: "foreign-\(self.pick(1000))", value: values[self.pick(values.count)])
        self.scheduler.ring()
    }
}
