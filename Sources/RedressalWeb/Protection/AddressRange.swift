/// Addresses that begin with the same bits (CIDR, RFC 4632), or a single one.
struct AddressRange: Hashable {
    private let first: IPAddress
    /// Of 128.
    private let bits: Int

    /// - Returns: nil for anything but `10.0.0.0/8`, `2001:db8::/32` or an address.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first.flatMap({ IPAddress($0) }) else { return nil }
        self.first = first
        switch parts.count {
        case 1: self.bits = 128
        case 2:
            guard let length = Int(parts[1]), (0...(first.isVersion4 ? 32 : 128)).contains(length) else { return nil }
            self.bits = first.isVersion4 ? length + 96 : length
        default: return nil
        }
    }

    func contains(_ address: IPAddress) -> Bool {
        let whole = self.bits / 8
        guard address.bytes.prefix(whole) == self.first.bytes.prefix(whole) else { return false }
        let rest = self.bits % 8
        return rest == 0 || (address.bytes[whole] ^ self.first.bytes[whole]) >> (8 - rest) == 0
    }
}
