import Foundation
import Glibc
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

@Suite struct FileChannelTests {
    private func message(_ id: String) -> OutgoingMessage {
        OutgoingMessage(id: id, medium: .email, to: .init(account: "u-205"), language: "en", text: "2 cases need you.")
    }

    private func withFile(_ body: (URL) async throws -> Void) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        try await body(file)
    }

    @Test func nobodyElseMayReadIt() async throws {
        try await self.withFile { file in
            try await FileChannel(path: file.path).deliver(self.message("a"))
            var status = stat()
            #expect(lstat(file.path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
        }
    }

    /// Another process, or this one after a crash, finds what was written before.
    @Test func whatIsInItIsNotWrittenAgainByAnother() async throws {
        try await self.withFile { file in
            let channels = [FileChannel(path: file.path), FileChannel(path: file.path)]
            for id in ["a", "b", "a", "b", "c"] {
                for channel in channels { try await channel.deliver(self.message(id)) }
            }
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(try MessageChannelContractTests.messages(in: text).map(\.id) == ["a", "b", "c"])
        }
    }

    /// Whoever sends by hand moves the file away; a line of another program's stays what it is.
    @Test func itMayBeRotatedAndHoldOtherLines() async throws {
        try await self.withFile { file in
            try Data("not ours\n".utf8).write(to: file)
            let channel = FileChannel(path: file.path)
            try await channel.deliver(self.message("a"))
            #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("not ours\n{"))
            try FileManager.default.removeItem(at: file)
            try await channel.deliver(self.message("b"))
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(try MessageChannelContractTests.messages(in: text).map(\.id) == ["b"])
        }
    }
}
