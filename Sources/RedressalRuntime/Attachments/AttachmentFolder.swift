import Glibc

/// The folder in which one file lies: two levels down, 65,536 of them at most, so that none gets too long.
///
/// Links are never followed: whoever can write into the folder could else have us read or overwrite anything.
struct AttachmentFolder: ~Copyable {
    /// Where files are written before they get their name.
    static let incoming = "incoming"

    let descriptor: Descriptor

    /// Opens a folder.
    ///
    /// - Parameters:
    ///   - parts: The names on the way there.
    ///   - makes: Whether to make what is missing, for its owner alone.
    /// - Throws: ``SystemCallError``; `ENOENT` for a folder that is not there.
    init(_ root: String, _ parts: [String], makes: Bool) throws(SystemCallError) {
        var folder = try Descriptor(folder: root)
        for part in parts {
            if makes, mkdirat(folder.number, part, 0o700) == 0 {
                // A folder that is not on the disk takes its files with it.
                try folder.synchronise()
            }
            folder = try Descriptor(part, in: folder, O_RDONLY | O_DIRECTORY)
        }
        self.descriptor = folder
    }
}
