import Glibc

/// A pipe whose only message is "look up": it wakes a thread that waits in `poll`.
struct WakePipe: ~Copyable, Sendable {
    /// The end to wait for.
    let readEnd: Int32
    private let writeEnd: Int32

    /// Opens a pipe.
    ///
    /// - Throws: ``PostgresError`` of kind `insufficientResources`.
    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw PostgresError(.insufficientResources, "no pipe: \(String(cString: strerror(errno)))")
        }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        self.readEnd = ends[0]
        self.writeEnd = ends[1]
    }

    deinit {
        Glibc.close(self.readEnd)
        Glibc.close(self.writeEnd)
    }

    /// Wakes the waiting thread; calling it again changes nothing.
    func wake() {
        var byte: UInt8 = 1
        // A full pipe is as good as another byte: the thread wakes all the same.
        _ = Glibc.write(self.writeEnd, &byte, 1)
    }
}
