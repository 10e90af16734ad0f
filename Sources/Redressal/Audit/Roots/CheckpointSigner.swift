import Crypto
import Foundation

/// The key that an installation's checkpoints are signed with (Ed25519, RFC 8032).
package struct CheckpointSigner: Sendable {
    private let key: Curve25519.Signing.PrivateKey
    /// What others check by.
    package let verifier: CheckpointVerifier

    /// - Parameter seed: 32 bytes that nobody else knows.
    /// - Throws: CryptoKit's error for another number of bytes.
    package init(seed: [UInt8]) throws {
        self.key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        let shown = Array(self.key.publicKey.rawRepresentation)
        // Names tell installations apart whoever runs them; the key itself is the one thing that they cannot share.
        let name = "redressal-" + Hex.encode(Array(SHA256.hash(data: shown).prefix(4)))
        self.verifier = CheckpointVerifier(name: name, key: shown)
    }

    /// The checkpoint of a partition's tree.
    ///
    /// - Throws: CryptoKit's error when it cannot sign.
    package func sign(_ tree: MerkleTree, of place: LogPlace, at moment: Instant) throws -> SignedCheckpoint {
        let checkpoint = Checkpoint(
            origin: place.origin(of: self.verifier), size: tree.size, root: tree.root, made: moment)
        let signature = try self.key.signature(for: Data(checkpoint.text.utf8))
        return SignedCheckpoint(checkpoint, line: self.verifier.line(with: signature))
    }
}
