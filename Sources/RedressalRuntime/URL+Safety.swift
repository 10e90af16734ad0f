import Foundation
import Redressal

extension URL {
    /// Whether what is sent and read there cannot be seen or changed on the way.
    ///
    /// By https, or on this very machine; it names a host, and nobody's account.
    var isSafe: Bool {
        guard let host, !host.isEmpty, self.user == nil, self.password == nil else { return false }
        return self.scheme == "https" || (self.scheme == "http" && Loopback.isMeant(by: host))
    }
}
