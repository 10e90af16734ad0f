import Redressal

/// Sends the cases of a file through a gateway, like everybody else's commands.
///
/// The file is read twice: first to the end without sending anything, so that a file that cannot be imported as a
/// whole leaves no trace, then window by window. Within a window stand the openings of some cases and the later rows of
/// the cases opened one window before: a case whose opening is refused gets no more commands, and every case's commands
/// keep their order. Memory holds one window, whatever the file's size.
package struct ImportRunner: Sendable {
    /// The most commands in flight unless somebody says otherwise.
    package static let usualWindow = 2000

    let gateway: any CommandGateway
    private let window: Int
    private let progress: @Sendable (ImportProgress) -> Void
    let pause: @Sendable (_ seconds: Int) async -> Void

    /// - Parameters:
    ///   - window: The most commands in flight.
    ///   - progress: Called after every window.
    ///   - pause: Waits while the gateway is busy.
    package init(
        _ gateway: any CommandGateway, window: Int = Self.usualWindow,
        progress: @escaping @Sendable (ImportProgress) -> Void = { _ in },
        pause: @escaping @Sendable (_ seconds: Int) async -> Void = { try? await Task.sleep(for: .seconds($0)) }
    ) {
        self.gateway = gateway
        self.window = max(1, window)
        self.progress = progress
        self.pause = pause
    }

    /// Imports a file; running it again is harmless, because what was done before is recognised.
    ///
    /// - Returns: What was done, also when the gateway failed or the task was cancelled on the way.
    /// - Throws: ``ImportError`` when the file cannot be imported; nothing was sent then.
    package func run(_ source: any ImportSource) async throws(ImportError) -> ImportReport {
        let clock = ContinuousClock()
        let start = clock.now
        var tally = ImportTally(total: try Self.countCommands(of: source))
        var reader = try source.makeReader()
        var waiting: [SentStep] = []
        while tally.stopped == nil {
            let openings = try self.openings(from: &reader, &tally)
            let window = waiting + openings
            if window.isEmpty { break }
            waiting = []
            do throws(GatewayError) {
                waiting = try await self.send(window, &tally)
            } catch {
                tally.stopped = self.advice(error.message, tally)
            }
            if Task.isCancelled { tally.stopped = tally.stopped ?? self.advice("the import was cancelled", tally) }
        }
        return tally.report(source.notes, took: start.duration(to: clock.now))
    }

    /// Reads a file to its end without sending anything.
    private static func countCommands(of source: any ImportSource) throws(ImportError) -> Int {
        var reader = try source.makeReader()
        var count = 0
        while let imported = try reader.next() { count += imported.steps.count }
        return count
    }

    /// The openings of the next cases: as many as, with all their later rows, fill half a window.
    private func openings(
        from reader: inout any ImportReader, _ tally: inout ImportTally
    ) throws(ImportError) -> [SentStep] {
        var openings: [SentStep] = []
        var size = 0
        while size < (self.window + 1) / 2, let imported = try reader.next() {
            for rejection in imported.rejected { tally.reject(rejection) }
            guard let opening = SentStep.opening(imported) else { continue }
            openings.append(opening)
            size += imported.steps.count
        }
        return openings
    }

    /// Sends steps and takes their answers in.
    ///
    /// - Returns: The steps that may be sent next.
    private func send(_ steps: [SentStep], _ tally: inout ImportTally) async throws(GatewayError) -> [SentStep] {
        var next: [SentStep] = []
        for start in stride(from: 0, to: steps.count, by: self.window) {
            let part = steps[start..<min(start + self.window, steps.count)]
            for (answer, step) in zip(try await self.answers(to: part), part) {
                next += tally.take(answer, to: step)
            }
            self.progress(tally.progress)
        }
        return next
    }

    private func advice(_ reason: String, _ tally: ImportTally) -> String {
        "\(reason) (\(tally.progress.advice))"
    }
}
