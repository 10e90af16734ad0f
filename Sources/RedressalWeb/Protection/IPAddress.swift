import Glibc

/// An address of the Internet protocol, either version.
struct IPAddress: Hashable {
    /// Sixteen; those of version 4 as RFC 4291 §2.5.5.2 maps them.
    let bytes: [UInt8]

    private static let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]

    /// Reads an address as headers and sockets have it: bare, with a port, in brackets, with a zone.
    init?(_ text: some StringProtocol) {
        var bare = Substring(text)
        if bare.hasPrefix("["), let end = bare.firstIndex(of: "]") {
            bare = bare[bare.index(after: bare.startIndex)..<end]
        } else if bare.count(where: { $0 == ":" }) == 1 {
            bare = bare.prefix { $0 != ":" }
        }
        bare = bare.prefix { $0 != "%" }
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, String(bare), &four) == 1 {
            self.bytes = Self.mapped + withUnsafeBytes(of: four) { Array($0) }
        } else if inet_pton(AF_INET6, String(bare), &six) == 1 {
            self.bytes = withUnsafeBytes(of: six) { Array($0) }
        } else {
            return nil
        }
    }

    var isVersion4: Bool { self.bytes.starts(with: Self.mapped) }

    /// Whose it is: of version 6 a customer has 64 bits of addresses at least, and is one whichever it uses.
    var owner: String {
        let own = self.isVersion4 ? self.bytes[12...] : self.bytes[..<8]
        return own.map(String.init).joined(separator: self.isVersion4 ? "." : ":")
    }
}
