import Foundation

/// A full disk without a disk: a library that is loaded into PostgreSQL and fails the writes that need more room.
enum FullDisk {
    /// Compiles it with the C compiler that comes with Swift.
    ///
    /// - Throws: ``UnexpectedEnd`` with the compiler's words.
    static func compile(into folder: URL) async throws -> URL {
        let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "full_disk.c")
        let library = folder.appending(path: "full_disk.so")
        let command = ["/usr/bin/env", "clang", "-O1", "-shared", "-fPIC", "-o", library.path, source.path, "-ldl"]
        let program = try Program(command, environment: ProcessInfo.processInfo.environment, in: folder, name: "clang")
        let code = await program.code()
        guard code == 0 else {
            let answer = Answer(command: command, code: code, output: program.printed, errors: program.complaints)
            throw UnexpectedEnd(answer: answer, expected: 0)
        }
        return library
    }
}
