import Foundation
import Glibc
import RedressalRuntime

/// An S3 server of a test's own on the loopback address, which checks signatures and rights.
package struct ObjectServer: Sendable {
    /// A pair of keys.
    package struct Keys: Sendable, Decodable {
        package let id: String
        package let secret: String

        package var credentials: S3Credentials { S3Credentials(id: self.id, secret: self.secret) }
    }

    /// What the server says once it answers.
    private struct Greeting: Decodable {
        let port: Int
        let region: String
        let writer: Keys
        let reader: Keys
    }

    /// The only bucket.
    package static let bucket = "attachments"

    package let port: Int
    package let region: String
    /// They may do everything in the bucket.
    package let writer: Keys
    /// They may read.
    package let reader: Keys

    package var endpoint: String { "http://127.0.0.1:\(self.port)" }

    /// Starts one, and ends it after the body.
    package static func with<Result>(_ body: (ObjectServer) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "redressal-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let script = Setting.home.appending(path: "Tests/ObjectStore/serve.py").path
        let program = try Program(
            [Setting.python, script, Self.bucket], environment: ProcessInfo.processInfo.environment, in: folder,
            name: "objects")
        let outcome: Swift.Result<Result, any Error>
        do {
            outcome = .success(try await body(try await Self.greeted(by: program)))
        } catch {
            outcome = .failure(error)
        }
        program.send(SIGKILL)
        _ = await program.code()
        try FileManager.default.removeItem(at: folder)
        return try outcome.get()
    }

    private static func greeted(by program: Program) async throws -> ObjectServer {
        try await Fact.wait(for: "an S3 server that answers") {
            if !program.isRunning { throw Fact.NotSeen(description: "the S3 server ended: \(program.complaints)") }
            return program.printed.hasSuffix("\n")
        }
        let greeting = try JSONDecoder().decode(Greeting.self, from: Data(program.printed.utf8))
        return ObjectServer(
            port: greeting.port, region: greeting.region, writer: greeting.writer, reader: greeting.reader)
    }

    /// The bucket, at this server or at what stands in front of it.
    package func bucket(_ prefix: String = "", port: Int? = nil) throws -> S3Bucket {
        try S3Bucket(
            "s3://\(Self.bucket)/\(prefix)", endpoint: "http://127.0.0.1:\(port ?? self.port)", region: self.region)
    }
}
