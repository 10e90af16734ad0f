import Glibc

/// An open file or folder; closed when it goes.
struct Descriptor: ~Copyable {
    let number: Int32

    /// Opens a name in a folder; the name itself is never followed as a link.
    ///
    /// - Parameters:
    ///   - name: One part of a path, without slashes.
    ///   - mode: Who may do what with a new one.
    /// - Throws: ``SystemCallError``.
    init(_ name: String, in folder: borrowing Descriptor, _ flags: Int32, mode: mode_t = 0) throws(SystemCallError) {
        self.number = openat(folder.number, name, flags | O_NOFOLLOW | O_CLOEXEC, mode)
        if self.number < 0 { throw SystemCallError() }
    }

    /// Opens a folder by its path.
    ///
    /// - Throws: ``SystemCallError``.
    init(folder path: String) throws(SystemCallError) {
        self.number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if self.number < 0 { throw SystemCallError() }
    }

    deinit { close(self.number) }

    /// Waits until what was written is on the disk.
    func synchronise() throws(SystemCallError) {
        guard fsync(self.number) == 0 else { throw SystemCallError() }
    }

    /// Writes all of it.
    func write(_ bytes: [UInt8]) throws(SystemCallError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(self.number, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw SystemCallError() }
            rest = rest.dropFirst(written)
        }
    }

    /// Reads up to the end.
    func readAll() throws(SystemCallError) -> [UInt8] {
        var status = stat()
        guard fstat(self.number, &status) == 0 else { throw SystemCallError() }
        guard status.st_mode & S_IFMT == S_IFREG else { throw SystemCallError(number: EISDIR) }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var count = 0
        while count < bytes.count {
            let read = bytes[count...].withUnsafeMutableBytes { Glibc.read(self.number, $0.baseAddress, $0.count) }
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw SystemCallError() }
            if read == 0 { break }
            count += read
        }
        return Array(bytes.prefix(count))
    }
}

/// What the operating system refused, by its own number and words.
struct SystemCallError: Error, Hashable, CustomStringConvertible {
    let number: Int32

    init(number: Int32 = errno) { self.number = number }

    var description: String { String(cString: strerror(self.number)) }
}
