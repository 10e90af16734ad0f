/// That somebody has shown the PIN of one case, for a short while: the public pages let them see and answer it.
package struct CaseVisit: Hashable, Sendable {
    /// How long a telephone that is handed on shows the case.
    private static let seconds: Int64 = 1800

    package let `case`: CaseID
    package let expires: Instant

    /// One that begins.
    package init(to id: CaseID, at now: Instant) {
        self.case = id
        self.expires = now.advanced(bySeconds: Self.seconds)
    }

    /// As a cookie's value, signed.
    package func cookie(_ key: SessionKey) -> String {
        let claim = "\(self.expires.milliseconds).\(Base64URL.encode(Array(self.case.text.utf8)))"
        return "\(Base64URL.encode(key.sign(Self.bytes(claim)))).\(claim)"
    }

    /// Reads a cookie's value; nil for anything else, one that was signed with another key, or one that is over.
    package init?(cookie: String, _ key: SessionKey, at now: Instant) {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let mac = Base64URL.decode(parts[0]),
            key.isSignature(mac, of: Self.bytes("\(parts[1]).\(parts[2])")), let end = Int64(parts[1]),
            now.milliseconds < end,
            let id = Base64URL.decode(parts[2]).flatMap({ String(validating: $0, as: UTF8.self) })
        else { return nil }
        self.case = CaseID(id)
        self.expires = Instant(milliseconds: end)
    }

    /// What is signed: never the same as what a session's cookie signs.
    private static func bytes(_ claim: String) -> [UInt8] { Array("case visit\u{1F}\(claim)".utf8) }
}
