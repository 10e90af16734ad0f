import ArgumentParser
import Foundation
import Logging

/// Where the log, the database and the definitions are: flags first, then the environment.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: "PostgreSQL: postgresql://user@host:port/database. Environment: DATABASE_URL.")
    var databaseURL: String?

    @Option(name: .long, help: "The log: postgres or kafka. Environment: REDRESSAL_LOG; default postgres.")
    var log: LogKind?

    @Option(name: .long, help: "Kafka brokers: host:port,… Environment: KAFKA_BOOTSTRAP.")
    var kafkaBootstrap: String?

    @Option(
        name: .long,
        help: "What the names of Kafka topics begin with. Environment: REDRESSAL_TOPIC_PREFIX; default 'redressal.'")
    var topicPrefix: String?

    @Option(
        name: .long,
        help: "The folder with workflows/ and schemas/. Environment: REDRESSAL_HOME; default beside the binary or here."
    )
    var home: String?

    @Option(name: .long, help: "Lines of the log: text or json. Environment: REDRESSAL_LOG_FORMAT; default text.")
    var logFormat: LogFormat?

    @Flag(name: .shortAndLong, help: "Say more on standard error.")
    var verbose = false

    /// The kinds of log.
    enum LogKind: String, ExpressibleByArgument, CaseIterable {
        case postgres
        case kafka
    }

    private static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// - Throws: ``CommandFailure`` when neither the flag nor the environment says which, or what says it is no address.
    func database() throws -> String {
        if let url = self.databaseURL { return try DatabaseAddress.checked(url, from: "--database-url") }
        guard let url = Self.environment("DATABASE_URL") else {
            throw CommandFailure(
                .unreachable, "expected a database in --database-url or DATABASE_URL but neither is set")
        }
        return try DatabaseAddress.checked(url, from: "DATABASE_URL")
    }

    /// - Throws: ``CommandFailure`` for a kind of log that does not exist.
    func logKind() throws -> LogKind {
        if let log = self.log { return log }
        guard let text = Self.environment("REDRESSAL_LOG") else { return .postgres }
        guard let kind = LogKind(rawValue: text) else {
            throw CommandFailure(.usage, "expected postgres or kafka in REDRESSAL_LOG but found '\(text)'")
        }
        return kind
    }

    /// - Throws: ``CommandFailure`` when the log is Kafka and nobody says where.
    func bootstrap() throws -> String {
        guard let bootstrap = self.kafkaBootstrap ?? Self.environment("KAFKA_BOOTSTRAP") else {
            throw CommandFailure(
                .unreachable, "expected brokers in --kafka-bootstrap or KAFKA_BOOTSTRAP but neither is set")
        }
        return bootstrap
    }

    /// More settings for librdkafka, such as those of a secured cluster: `name=value` separated by semicolons.
    ///
    /// - Throws: ``CommandFailure`` for anything else.
    func kafkaProperties() throws -> [String: String] {
        var properties: [String: String] = [:]
        let parts = (Self.environment("REDRESSAL_KAFKA_PROPERTIES") ?? "").split(separator: ";")
        for (index, part) in parts.enumerated() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else {
                // The part itself may be a password.
                throw CommandFailure(
                    .usage,
                    "expected name=value in REDRESSAL_KAFKA_PROPERTIES but part \(index + 1) of \(parts.count) is none")
            }
            properties[String(pair[0])] = String(pair[1])
        }
        return properties
    }

    var prefix: String { self.topicPrefix ?? Self.environment("REDRESSAL_TOPIC_PREFIX") ?? "redressal." }

    /// The first folder that has `workflows`: the one named, the one beside the binary, or the working one.
    ///
    /// - Throws: ``CommandFailure`` when there is none.
    func homeFolder() throws -> URL {
        let named = self.home ?? Self.environment("REDRESSAL_HOME")
        let candidates = named.map { [URL(fileURLWithPath: $0)] } ?? Self.usualPlaces()
        for folder in candidates
        where FileManager.default.fileExists(atPath: folder.appendingPathComponent("workflows").path) {
            return folder
        }
        let place = named.map { "in '\($0)'" } ?? "beside the binary or in the working directory"
        throw CommandFailure(
            .unreachable, "expected a folder workflows/ \(place) but there is none: name it with --home")
    }

    private static func usualPlaces() -> [URL] {
        let binary = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent()
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        // A build leaves the binary in .build/<triple>/<configuration>/ of the checkout.
        let checkout = binary.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return [binary, here, checkout]
    }

    /// The key that wraps persons' keys: a file, outside the database.
    func keyFile() -> URL {
        if let path = Self.environment("REDRESSAL_KEY_FILE") { return URL(fileURLWithPath: path) }
        let base =
            Self.environment("XDG_DATA_HOME").map { URL(fileURLWithPath: $0) }
            ?? FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".local/share")
        return base.appendingPathComponent("redressal/key-encryption-key")
    }

    /// - Throws: ``CommandFailure`` for a format that does not exist.
    func logger(_ label: String) throws -> Logger {
        let format = try self.logFormat ?? LogFormat.named(Self.environment("REDRESSAL_LOG_FORMAT"))
        var logger = Logger(label: label) { format.handler($0) }
        logger.logLevel = self.verbose ? .debug : .warning
        return logger
    }
}
