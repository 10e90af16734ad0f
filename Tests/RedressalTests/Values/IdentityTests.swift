import Redressal
import Testing

@Suite struct IdentityTests {
    @Test func theSamePartsGiveTheSameIdentifierOfVersionEight() {
        let id = DerivedID.uuid("spawn", "case-1", "appeal", "0")
        #expect(id == DerivedID.uuid(["spawn", "case-1", "appeal", "0"]))
        #expect(id != DerivedID.uuid("spawn", "case-1", "appeal0", ""))
        #expect(id.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
        #expect(Array(id)[14] == "8")
        #expect("89ab".contains(Array(id)[19]))
    }

    @Test func aHashIsTheLeafHashOfRFC6962AndReadsBack() throws {
        // SHA-256 of one zero byte: the leaf hash of an empty leaf (RFC 6962 §2.1).
        let empty = EventHash(of: [])
        #expect(empty.description == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
        #expect(EventHash(empty.description) == empty)
        #expect(empty.bytes.count == 32)
        #expect(try CanonicalJSON.decode(EventHash.self, from: CanonicalJSON.encode(empty)) == empty)
        #expect(EventHash.none.description == String(repeating: "0", count: 64))
    }

    @Test(arguments: ["", "00", String(repeating: "g", count: 64), String(repeating: "A", count: 64)])
    func aTextThatIsNoHashIsNotRead(_ text: String) {
        #expect(EventHash(text) == nil)
    }

    @Test func bytesHaveOneHexadecimalText() {
        let bytes = (0...255).map { UInt8($0) }
        #expect(Hex.decode(Hex.encode(bytes)) == bytes)
        #expect(Hex.encode([0, 15, 16, 255]) == "000f10ff")
        #expect(Hex.decode("0") == nil)
        #expect(Hex.decode("0F") == nil)
    }

    /// The vectors of Apache Kafka's `UtilsTest.testMurmur2`.
    @Test(
        arguments: [
            ("21", -973_932_308), ("foobar", -790_332_482), ("a-little-bit-long-string", -985_981_536),
            ("a-little-bit-longer-string", -1_486_304_829),
            ("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58_897_971), ("abc", 479_470_107),
        ] as [(String, Int32)])
    func aKeyGoesToThePartitionThatOtherClientsChoose(_ key: String, _ hash: Int32) {
        let positive = Int(hash & 0x7FFF_FFFF)
        #expect(Partitioner.partition(of: key, among: 0x8000_0000) == positive)
        #expect(Partitioner.partition(of: key, among: 12) == positive % 12)
        #expect(Partitioner.partition(of: key, among: 1) == 0)
    }
}
