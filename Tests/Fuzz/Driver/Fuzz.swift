import FuzzTargets
import Glibc

/// Feeds one target, named by the environment, with what the toolchain's fuzzing engine (libFuzzer) makes up.
///
/// `ops/fuzz` builds it and knows its arguments; they are libFuzzer's own.
@main enum Fuzz {
    /// libFuzzer calls itself again to merge corpora, with arguments of its own; the environment stays.
    fileprivate static let target = FuzzTarget.all.first {
        $0.name == getenv("FUZZ_TARGET").map { String(cString: $0) }
    }

    static func main() {
        guard self.target != nil else {
            say("expected one of \(FuzzTarget.all.map(\.name).joined(separator: ", ")) in FUZZ_TARGET")
            exit(2)
        }
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(runDriver(&count, &arguments, takeInput))
    }
}

private func say(_ text: String) {
    let line = Array("Fuzz: \(text)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
}

/// Takes one input; what does not hold ends the process, which is how libFuzzer learns of it.
private func takeInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        try Fuzz.target?.feed(Array(UnsafeBufferPointer(start: bytes, count: count)))
    } catch {
        say("\(error)")
        abort()
    }
    return 0
}

/// libFuzzer's entry (https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ argumentCount: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ takeInput: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
