import Crypto

/// The key under which words become the numbers that the index holds, so that the index shows no word.
///
/// Equal words are equal numbers: whoever reads the index learns how often each occurs, and which cases share one (ADR 0014).
package struct SearchKey: Sendable {
    private let key: SymmetricKey

    package init(_ key: SymmetricKey) { self.key = key }

    /// A term's number: the first eight bytes of HMAC-SHA-256 (RFC 2104).
    package func number(of term: SearchTerm) -> Int64 {
        let code = HMAC<SHA256>.authenticationCode(for: term.bytes, using: self.key)
        return Int64(bitPattern: Array(code).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    /// The numbers of terms, each once, rising.
    package func numbers(of terms: some Sequence<SearchTerm>) -> [Int64] {
        Set(terms.map { self.number(of: $0) }).sorted()
    }
}
