import CZlib
import NIOCore

/// Bytes made smaller piece by piece (gzip, RFC 1952).
struct GzipStream: ~Copyable {
    /// Text gets little smaller beyond it, and takes much longer.
    private static let level: Int32 = 5
    private static let room = 16 << 10

    // zlib keeps the address, so that it must not change.
    private let stream: UnsafeMutablePointer<z_stream>

    /// - Returns: nil when there is no memory for it.
    init?() {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard redressal_gzip_begin(stream, Self.level) == Z_OK else {
            stream.deallocate()
            return nil
        }
        self.stream = stream
    }

    deinit {
        deflateEnd(self.stream)
        self.stream.deallocate()
    }

    /// The next piece, made smaller; some of it may come with a later one.
    ///
    /// - Parameter isLast: Whether the stream ends with it.
    mutating func compress(_ piece: ByteBuffer, isLast: Bool = false) -> ByteBuffer {
        var smaller = ByteBuffer()
        // zlib reads the bytes and does not write them; its older headers do not say so.
        var bytes = Array(piece.readableBytesView)
        bytes.withUnsafeMutableBufferPointer { input in
            self.stream.pointee.next_in = input.baseAddress
            self.stream.pointee.avail_in = UInt32(input.count)
            while self.step(isLast, into: &smaller) {}
        }
        self.stream.pointee.next_in = nil
        return smaller
    }

    /// Makes some output.
    ///
    /// - Returns: Whether there may be more.
    private func step(_ isLast: Bool, into smaller: inout ByteBuffer) -> Bool {
        smaller.writeWithUnsafeMutableBytes(minimumWritableBytes: Self.room) { output in
            self.stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
            self.stream.pointee.avail_out = UInt32(output.count)
            deflate(self.stream, isLast ? Z_FINISH : Z_NO_FLUSH)
            return output.count - Int(self.stream.pointee.avail_out)
        }
        return self.stream.pointee.avail_out == 0
    }
}
