/// Which partition a key belongs to: Kafka's default partitioner, so that other clients agree.
///
/// Murmur2 with Kafka's seed, as in `org.apache.kafka.common.utils.Utils.murmur2` (Apache Kafka), which is Austin
/// Appleby's MurmurHash2 for 32 bits.
package enum Partitioner {
    /// - Parameters:
    ///   - key: The record's key; its UTF-8 bytes count.
    ///   - count: How many partitions there are; at least one.
    package static func partition(of key: String, among count: Int) -> Int {
        Int(self.murmur2(Array(key.utf8)) & 0x7FFF_FFFF) % count
    }

    static func murmur2(_ data: [UInt8]) -> UInt32 {
        let factor: UInt32 = 0x5BD1_E995
        var hash: UInt32 = 0x9747_B28C ^ UInt32(truncatingIfNeeded: data.count)
        var index = 0
        while index + 4 <= data.count {
            var word =
                UInt32(data[index]) | UInt32(data[index + 1]) << 8 | UInt32(data[index + 2]) << 16
                | UInt32(data[index + 3]) << 24
            word = word &* factor
            word ^= word >> 24
            word = word &* factor
            hash = (hash &* factor) ^ word
            index += 4
        }
        let rest = data.count - index
        if rest > 0 {
            for offset in (0..<rest).reversed() { hash ^= UInt32(data[index + offset]) << UInt32(8 * offset) }
            hash = hash &* factor
        }
        hash ^= hash >> 13
        hash = hash &* factor
        return hash ^ (hash >> 15)
    }
}
