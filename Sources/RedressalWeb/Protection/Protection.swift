/// What keeps the server answering however many ask, and whoever they are.
package struct Protection: Sendable {
    /// How many requests are answered at a time.
    package var mostInFlight = 256
    /// How often each may ask; nil lets everybody, as where nobody can be told apart.
    package var rates: RequestRates?
    /// Those in front whose word on where a request comes from is taken.
    package var proxies = TrustedProxies()
    /// Whether browsers come by HTTPS.
    package var isSecure = false

    package init() {}
}
