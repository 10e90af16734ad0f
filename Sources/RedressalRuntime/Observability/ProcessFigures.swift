import Foundation
import Glibc

/// What the system knows of this process, from `/proc/self`; nil where there is no such place.
struct ProcessFigures: Hashable, Sendable {
    let residentBytes: Double
    let cpuSeconds: Double
    /// Seconds since 1970.
    let started: Double
    let openFiles: Double
    let mostOpenFiles: Double

    /// Reads them now.
    static func read() -> ProcessFigures? {
        guard let stat = Self.text("/proc/self/stat"), let system = Self.text("/proc/stat"),
            let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        else { return nil }
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return ProcessFigures(
            stat: stat, system: system, openFiles: files, mostOpenFiles: Double(limit.rlim_cur),
            ticksPerSecond: Double(sysconf(Int32(_SC_CLK_TCK))), pageSize: Double(sysconf(Int32(_SC_PAGESIZE))))
    }

    /// - Parameters:
    ///   - stat: The text of `/proc/self/stat`, as proc(5) has it.
    ///   - system: The text of `/proc/stat`, for when the machine started.
    init?(
        stat: String, system: String, openFiles: Int, mostOpenFiles: Double, ticksPerSecond: Double, pageSize: Double
    ) {
        // The second field, the program's name, may hold blanks and brackets; the others come after its last bracket.
        guard let end = stat.lastIndex(of: ")") else { return nil }
        let fields = stat[stat.index(after: end)...].split(separator: " ").map { Double($0) ?? 0 }
        let boot = system.split(separator: "\n").first { $0.hasPrefix("btime ") }.flatMap { Double($0.dropFirst(6)) }
        guard fields.count > 21, let boot else { return nil }
        self.cpuSeconds = (fields[11] + fields[12]) / ticksPerSecond
        self.started = boot + fields[19] / ticksPerSecond
        self.residentBytes = fields[21] * pageSize
        self.openFiles = Double(openFiles)
        self.mostOpenFiles = mostOpenFiles
    }

    private static func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

    /// Shows them.
    func show(in registry: MetricsRegistry) {
        registry.show(.residentMemory, [], self.residentBytes)
        registry.show(.cpuTime, [], self.cpuSeconds)
        registry.show(.startTime, [], self.started)
        registry.show(.openFiles, [], self.openFiles)
        registry.show(.mostOpenFiles, [], self.mostOpenFiles)
    }
}
