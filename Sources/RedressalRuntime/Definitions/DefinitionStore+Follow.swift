import Logging
import Redressal

extension DefinitionStore {
    /// Takes in every new record as it comes, until the task is cancelled or the log is closed.
    ///
    /// An unreachable log is tried again, at most every half minute.
    package func follow() async {
        var pause = Duration.milliseconds(250)
        while !Task.isCancelled {
            do throws(LogError) {
                let reader = try await self.log.reader(of: .definitions, from: [Self.partition: self.position])
                pause = .milliseconds(250)
                try await self.follow(reader)
            } catch {
                guard error.code != .closed else { return }
                self.logger.warning("cannot follow the definitions", metadata: ["error": "\(error)"])
            }
            do { try await Task.sleep(for: pause) } catch { return }
            pause = min(pause * 2, .seconds(30))
        }
    }

    private func follow(_ reader: any LogReader) async throws(LogError) {
        do throws(LogError) {
            while !Task.isCancelled { try await self.read(reader, wait: .seconds(30)) }
        } catch {
            await reader.close()
            throw error
        }
        await reader.close()
    }
}
