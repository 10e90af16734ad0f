import ArgumentParser
import Foundation
import Kafka
import Postgres
import Redressal
import RedressalRuntime
import RedressalWeb

/// A command whose errors become one line on standard error and a documented exit code; no stack trace reaches a user.
protocol ReportingCommand: AsyncParsableCommand {
    func execute() async throws
}

extension ReportingCommand {
    func run() async throws {
        do {
            try await self.execute()
        } catch let code as ExitCode {
            throw code
        } catch let error as CommandFailure {
            throw Self.fail(error.description, error.kind)
        } catch let error as GatewayError {
            throw Self.fail(error.message, error.code == .invalid ? .refused : .unreachable)
        } catch let error as LogError {
            throw Self.fail(error.message, .unreachable)
        } catch let error as PostgresError {
            throw Self.fail("expected the database to answer but it says: \(error)", .unreachable)
        } catch let error as KafkaError {
            throw Self.fail("expected the Kafka brokers to answer but they do not: \(error)", .unreachable)
        } catch let error as MigrationError {
            throw Self.fail(error.description, .unreachable)
        } catch let error as VaultError {
            throw Self.fail(error.description, .unreachable)
        } catch let error as AttachmentStoreError {
            throw Self.fail(error.description, .unreachable)
        } catch let error as AddressInUse {
            throw Self.fail(error.description, .unreachable)
        } catch is CancellationError {
            throw ExitCode(130)
        } catch let error as any CustomStringConvertible & Error {
            throw Self.fail(error.description, .refused)
        }
    }

    private static func fail(_ message: String, _ kind: CommandFailure.Kind) -> ExitCode {
        Terminal.error("redressal: \(message)")
        return ExitCode(kind.rawValue)
    }
}
