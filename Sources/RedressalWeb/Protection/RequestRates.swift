import Redressal

/// How often requests may come.
package struct RequestRates: Hashable, Sendable {
    /// For an account, whatever it asks.
    var account = RateLimit(burst: 100, perSecond: 20)
    /// For an address whose requests show no account.
    var address = RateLimit(burst: 60, perSecond: 10)
    /// For an address that signs in: an office behind one address begins its day.
    var signIn = RateLimit(burst: 60, perSecond: 1)
    /// For an address that files without an account: telephone companies put many people behind one.
    var filing = RateLimit(burst: 60, perSecond: 1)
    /// For an account that sends files: those of two cases at once.
    var attachments = RateLimit(burst: 40, perSecond: 0.5)
    /// How many times as much a service may ask, which acts for many.
    let serviceFactor = 20

    /// - Parameter perSecond: How many requests a second an account may send in the long run; five times as many at once.
    package init(perSecond: Int = 20) {
        self.account = RateLimit(burst: 5 * perSecond, perSecond: Double(perSecond))
    }

    /// The limit of a kind.
    func limit(_ kind: Kind) -> RateLimit {
        switch kind {
        case .account: self.account
        case .address: self.address
        case .signIn: self.signIn
        case .filing: self.filing
        case .attachments: self.attachments
        }
    }

    /// What is counted apart.
    enum Kind: String, CaseIterable {
        case account
        case address
        case signIn = "sign-in"
        case filing
        case attachments
    }
}
