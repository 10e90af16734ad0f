import Hummingbird
import Redressal

/// How people without an account show that a case is theirs: by its tracking number and the PIN on their receipt.
package struct VisitDoor: Sendable {
    private let key: SessionKey
    private let receipts: ReceiptKey
    private let tries: any TryCounter
    private let isSecure: Bool

    /// - Parameters:
    ///   - key: Signs cookies.
    ///   - receipts: Where PINs come from.
    ///   - tries: Counts wrong PINs.
    ///   - isSecure: Whether browsers come by HTTPS, through a proxy in front.
    package init(key: SessionKey, receipts: ReceiptKey, tries: any TryCounter, isSecure: Bool) {
        self.key = key
        self.receipts = receipts
        self.tries = tries
        self.isSecure = isSecure
    }

    private var cookieName: String { self.isSecure ? "__Host-redressal-case" : "redressal-case" }

    func pin(of id: CaseID) -> String { self.receipts.pin(of: id) }

    /// Checks a PIN, after counting the try.
    ///
    /// - Parameters:
    ///   - reference: The tracking number, or what was typed in its place.
    ///   - id: The case that has it; nil when there is none, which takes as many tries to find out.
    /// - Returns: Whether it is right.
    /// - Throws: ``SignInRefusal`` when there were too many wrong ones.
    func isPIN(_ pin: String, for reference: String, of id: CaseID?) async throws -> Bool {
        let name = "receipt \(reference)"
        try await self.tries.count(name)
        guard let id, self.receipts.isPIN(pin, of: id) else { return false }
        try await self.tries.forget(name)
        return true
    }

    /// The visit that a request's cookie tells of; nil for none, or one that is over.
    ///
    /// - Throws: ``Problem`` for a request that another site made a browser send.
    func visit(_ request: Request, at now: Instant) throws(Problem) -> CaseVisit? {
        guard let cookie = request.cookies[self.cookieName]?.value else { return nil }
        try CrossOrigin.check(request)
        return CaseVisit(cookie: cookie, self.key, at: now)
    }

    /// The header that begins a visit.
    func cookie(_ visit: CaseVisit, at now: Instant) -> String {
        self.cookie(visit.cookie(self.key), Int(now.milliseconds(to: visit.expires) / 1000))
    }

    /// The header that ends one.
    var noCookie: String { self.cookie("", 0) }

    private func cookie(_ value: String, _ seconds: Int) -> String {
        let cookie = Cookie(
            name: self.cookieName, value: value, maxAge: seconds, path: "/", secure: self.isSecure, httpOnly: true,
            sameSite: .lax)
        return cookie.description
    }
}
