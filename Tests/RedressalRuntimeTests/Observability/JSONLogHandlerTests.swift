import Foundation
import Logging
import Redressal
import RedressalTesting
import Synchronization
import Testing

@testable import RedressalRuntime

@Suite struct JSONLogHandlerTests {
    /// Keeps lines.
    private final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { self.lines.withLock { $0 } }

        var logger: Logger {
            Logger(label: "redressal") { label in
                var handler = JSONLogHandler(label: label, clock: ManualClock(TestSystem.start)) { line in
                    self.lines.withLock { $0.append(line) }
                }
                handler.metadataProvider = .correlation
                return handler
            }
        }
    }

    @Test func aLineIsAnObject() {
        let lines = Lines()
        var logger = lines.logger
        logger.warning("partition lost")
        logger[metadataKey: "client"] = "c/1"
        logger.error(
            "two\nlines \"quoted\"",
            metadata: ["partition": "3", "list": ["a", "b"], "map": ["x": ["y": "z"]], "correlation_id": "cmd-7"])
        #expect(
            lines.all == [
                #"{"label":"redressal","level":"warning","message":"partition lost","time":"2026-03-01T12:00:00.000Z"}"#
                    + "\n",
                #"{"correlation_id":"cmd-7","label":"redressal","level":"error","message":"two\nlines \"quoted\"","#
                    + #""metadata":{"client":"c/1","list":["a","b"],"map":{"x":{"y":"z"}},"partition":"3"},"#
                    + #""time":"2026-03-01T12:00:00.000Z"}"# + "\n",
            ])
    }

    @Test func linesAboutARequestHaveItsIdInEveryTask() async {
        let lines = Lines()
        let logger = lines.logger
        await Correlation.$id.withValue("0af7651916cd43dd8448eb211c80319c") {
            logger.info("one")
            await Task { logger.info("two") }.value
        }
        logger.info("three")
        let objects = lines.all.map { $0.contains(#""correlation_id":"0af7651916cd43dd8448eb211c80319c""#) }
        #expect(objects == [true, true, false])
    }
}
