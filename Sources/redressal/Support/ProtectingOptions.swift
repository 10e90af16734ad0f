import ArgumentParser
import RedressalWeb

/// What keeps the gateway answering however many ask.
struct ProtectingOptions: ParsableArguments {
    @Option(help: "How many requests are answered at a time; more get 503.")
    var maxInFlight = 256

    @Option(
        help:
            "How many requests a second an account may send in the long run, where sign-in is required; 0: any number.")
    var rateLimit = 20

    @Option(
        help: "Proxies in front whose Forwarded or X-Forwarded-For is believed, such as 127.0.0.1,10.0.0.0/8.",
        transform: Self.proxies)
    var trustedProxies = TrustedProxies()

    func validate() throws {
        guard self.maxInFlight > 0, self.rateLimit >= 0 else {
            throw ValidationError("expected positive numbers in --max-in-flight and --rate-limit but found another")
        }
    }

    /// - Parameters:
    ///   - signIn: Where nobody signs in, nobody can be told apart, and nobody's requests are counted.
    ///   - isSecure: Whether browsers come by HTTPS.
    func protection(signIn: ListeningOptions.SignIn, isSecure: Bool) -> Protection {
        var protection = Protection()
        protection.mostInFlight = self.maxInFlight
        protection.proxies = self.trustedProxies
        protection.isSecure = isSecure
        if signIn == .required, self.rateLimit > 0 { protection.rates = RequestRates(perSecond: self.rateLimit) }
        return protection
    }

    private static func proxies(_ text: String) throws -> TrustedProxies {
        guard let proxies = TrustedProxies(text) else {
            throw ValidationError("expected addresses and ranges such as 127.0.0.1,10.0.0.0/8 but found '\(text)'")
        }
        return proxies
    }
}
