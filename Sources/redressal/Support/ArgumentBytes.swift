/// The arguments as the system handed them over.
enum ArgumentBytes {
    /// The position of the first argument that is not UTF-8 text, from 1; nil when all are.
    ///
    /// Swift puts U+FFFD in the place of other bytes, so that what a person wrote would be recorded damaged.
    static func firstDamaged() -> Int? {
        (1..<max(1, Int(CommandLine.argc))).first { position in
            guard let bytes = CommandLine.unsafeArgv[position] else { return false }
            guard let text = String(validatingCString: bytes) else { return true }
            return text.unicodeScalars.contains("\u{FFFD}")
        }
    }
}
