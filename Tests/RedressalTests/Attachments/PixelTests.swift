import Foundation
import Redressal
import RedressalTesting
import Testing

/// Pictures made and looked at by another library (Pillow), with everything that cameras write beside them.
@Suite struct PixelTests {
    @Test(.timeLimit(.minutes(2))) func picturesLookAsBeforeAndTellNothing() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "redressal-\(UUID().uuidString)")
        let clean = folder.appending(path: "clean")
        try FileManager.default.createDirectory(at: clean, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await Self.check("make", folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        for name in names where name.contains(".") {
            let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
            guard ["jpg", "png", "webp"].contains(name.split(separator: ".").last ?? "") else { continue }
            try Data(try CleanAttachment(of: bytes).bytes).write(to: clean.appending(path: name))
        }
        try await Self.check("compare", folder)
    }

    private static func check(_ step: String, _ folder: URL) async throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "make_pictures.py")
        let output = FileManager.default.temporaryDirectory.appending(path: "redressal-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: output) }
        let program = try Program(
            [Setting.python, script.path, step, folder.path], environment: ProcessInfo.processInfo.environment,
            in: output, name: step)
        #expect(await program.code() == 0, "\(program.printed)\(program.complaints)")
    }
}
