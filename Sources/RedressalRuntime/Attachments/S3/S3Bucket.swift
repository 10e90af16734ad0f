import Foundation
import Redressal

/// A bucket of an S3-compatible store, and what the names of our objects begin with in it.
///
/// It is addressed by path (`https://store/bucket/name`), which every such store understands.
package struct S3Bucket: Hashable, Sendable {
    /// A setting that cannot be meant.
    package struct WrongSetting: Error, Hashable, CustomStringConvertible {
        package let description: String
    }

    /// The region that a store without regions goes by.
    package static let usualRegion = "us-east-1"

    /// The store: `https` or `http`, host and port, without a slash at the end.
    let endpoint: String
    /// Host and port, as the header `Host` has them.
    let authority: String
    let region: String
    /// The bucket's name.
    package let name: String
    /// Between the bucket and an object: empty, or `parts/with/slashes/`.
    let prefix: String

    /// - Parameters:
    ///   - address: `s3://bucket` or `s3://bucket/prefix`.
    ///   - endpoint: The store's address: HTTPS, or HTTP on this machine alone.
    /// - Throws: ``WrongSetting``, which shows none of the addresses: secrets are pasted into them.
    package init(
        _ address: String, endpoint: String, region: String = Self.usualRegion
    ) throws(WrongSetting) {
        let parts = address.dropFirst(5).split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard address.hasPrefix("s3://"), let name = parts.first.map(String.init), Self.isName(name) else {
            throw WrongSetting(description: "expected s3://bucket or s3://bucket/prefix but found another address")
        }
        let prefix = parts.dropFirst().joined().split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        guard prefix.allSatisfy({ Self.isPlain($0) && $0 != "." && $0 != ".." }) else {
            throw WrongSetting(
                description: "expected letters, digits, '-', '_', '.' and '/' after the bucket but found others")
        }
        guard let authority = Self.authority(of: endpoint), let scheme = URL(string: endpoint)?.scheme else {
            throw WrongSetting(
                description: "expected the store's address as https://host, or http://127.0.0.1:port, and no more")
        }
        guard region.utf8.count <= 64, Self.isPlain(region) else {
            throw WrongSetting(description: "expected the name of a region but found \(region.quoted)")
        }
        self.endpoint = "\(scheme)://\(authority)"
        self.authority = authority
        self.region = region
        self.name = name
        self.prefix = prefix.map { "\($0)/" }.joined()
    }

    /// The path of an object: under the same folders as in a directory, so that one can be copied into the other.
    func path(of id: AttachmentID) -> String {
        "/\(self.name)/\(self.prefix)\(id.text.prefix(2))/\(id.text.dropFirst(2).prefix(2))/\(id.text)"
    }

    /// Whether a text is the name of a bucket (Amazon S3 User Guide, "General purpose bucket naming rules").
    private static func isName(_ text: String) -> Bool {
        let isKnown = text.utf8.allSatisfy {
            ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
                || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
        let ends = [text.first, text.last].compactMap { $0 }
        return (3...63).contains(text.utf8.count) && isKnown && ends.allSatisfy { $0 != "-" && $0 != "." }
    }

    /// Whether a text goes into a path as it is (RFC 3986 §2.3, unreserved characters).
    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || $0.properties.numericType != nil
                        || "-_.".unicodeScalars.contains($0))
            }
    }

    /// Host and port of a store's address; nil for an address with more in it, or that others could read along.
    private static func authority(of endpoint: String) -> String? {
        guard let url = URL(string: endpoint), let host = url.host, url.isSafe, url.query == nil, url.fragment == nil,
            url.path.isEmpty || url.path == "/"
        else { return nil }
        let name = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        let usual = url.scheme == "https" ? 443 : 80
        return url.port.flatMap { $0 == usual ? nil : "\(name):\($0)" } ?? name
    }
}
