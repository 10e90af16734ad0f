import Crypto
import Redressal
import Testing

/// The tree of RFC 6962.
@Suite struct MerkleTreeTests {
    /// The leaves and roots that implementations of Certificate Transparency test themselves with.
    private static let leaves: [String] = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ]
    private static let roots: [String] = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    private static func tree(of leaves: some Sequence<EventHash>) -> MerkleTree {
        leaves.reduce(into: MerkleTree()) { $0.append($1) }
    }

    private static func numbers(_ count: Int) -> [EventHash] { (0..<count).map { EventHash(of: Array("\($0)".utf8)) } }

    /// The definition as RFC 6962 §2.1 writes it, from the top down.
    private static func root(_ leaves: ArraySlice<EventHash>) -> [UInt8] {
        guard leaves.count > 1 else { return leaves.first?.bytes ?? [] }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        let middle = leaves.startIndex + half
        return Array(SHA256.hash(data: [1] + self.root(leaves[..<middle]) + self.root(leaves[middle...])))
    }

    @Test func itsRootsAreThoseThatOthersCompute() throws {
        #expect("\(MerkleTree().root)" == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        var tree = MerkleTree()
        for (leaf, root) in zip(Self.leaves, Self.roots) {
            tree.append(EventHash(of: try #require(Hex.decode(leaf))))
            #expect("\(tree.root)" == root)
        }
    }

    @Test func itIsTheTreeOfTheDefinitionForEverySize() {
        for size in 1...130 {
            let leaves = Self.numbers(size)
            #expect(Self.tree(of: leaves).root.bytes == Self.root(leaves[...]), "\(size)")
        }
    }

    @Test func itGoesOnFromWhatIsKeptOfIt() throws {
        let leaves = Self.numbers(60)
        for size in 0...60 {
            let begun = Self.tree(of: leaves.prefix(size))
            var tree = try #require(MerkleTree(size: begun.size, peaks: begun.peaks))
            for leaf in leaves.dropFirst(size) { tree.append(leaf) }
            #expect(tree == Self.tree(of: leaves), "\(size)")
        }
    }

    @Test func whatIsNoTreeIsRefused() {
        let leaves = Self.numbers(2)
        #expect(MerkleTree(size: 2, peaks: leaves) == nil)
        #expect(MerkleTree(size: 3, peaks: []) == nil)
        #expect(MerkleTree(size: -1, peaks: leaves) == nil)
    }

    @Test func anyLeafThatIsMissingOrChangedGivesAnotherRoot() {
        let leaves = Self.numbers(33)
        let root = Self.tree(of: leaves).root
        for index in leaves.indices {
            var changed = leaves
            changed[index] = EventHash(of: [1])
            #expect(Self.tree(of: changed).root != root)
            changed.remove(at: index)
            #expect(Self.tree(of: changed).root != root)
        }
    }
}
