import HTTPTypes
import Hummingbird

/// The proxies in front whose word on where a request comes from is taken; anybody else could write anything there.
package struct TrustedProxies: Hashable, Sendable {
    private let ranges: [AddressRange]

    /// Nobody.
    package init() { self.ranges = [] }

    /// - Parameter text: Addresses and ranges such as `127.0.0.1,10.0.0.0/8`.
    /// - Returns: nil for anything else.
    package init?(_ text: String) {
        var ranges: [AddressRange] = []
        for part in HeaderParameters.split(text, at: ",") {
            guard let range = AddressRange(part) else { return nil }
            ranges.append(range)
        }
        self.ranges = ranges
    }

    /// Where a request comes from: the last hop that is no proxy of ours.
    ///
    /// - Parameter peer: Who is connected; nil where there is no connection.
    func client(of request: Request, from peer: String?) -> String {
        guard var client = peer.flatMap({ IPAddress($0) }) else { return "unknown" }
        for hop in Self.hops(request.headers).reversed() {
            guard self.trusts(client), let next = hop else { break }
            client = next
        }
        return client.owner
    }

    private func trusts(_ address: IPAddress) -> Bool { self.ranges.contains { $0.contains(address) } }

    /// The hops that proxies noted, the nearest last; nil for one that is no address.
    ///
    /// A proxy writes one of the two headers and hands the other on as a stranger may have written it: when both are there and
    /// tell different stories, neither is believed.
    private static func hops(_ headers: HTTPFields) -> [IPAddress?] {
        let forwarded = self.list(headers, .forwarded).map { hop in
            HeaderParameters.pairs(hop)["for"].flatMap { IPAddress($0) }
        }
        let classic = self.list(headers, .xForwardedFor).map { IPAddress($0) }
        if forwarded.isEmpty || forwarded == classic { return classic }
        return classic.isEmpty ? forwarded : []
    }

    private static func list(_ headers: HTTPFields, _ name: HTTPField.Name) -> [String] {
        headers[values: name].flatMap { HeaderParameters.split($0, at: ",") }.filter { !$0.isEmpty }
    }
}

extension HTTPField.Name {
    fileprivate static let forwarded = HTTPField.Name("Forwarded")!
    fileprivate static let xForwardedFor = HTTPField.Name("X-Forwarded-For")!
}
