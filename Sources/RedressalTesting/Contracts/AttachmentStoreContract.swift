import Redressal

/// What every place for attachments promises; each case needs an empty one of its own and throws ``ContractViolation`` when a
/// promise is broken.
package enum AttachmentStoreContract: String, CaseIterable, Sendable {
    case namesBytesByTheirHash
    case givesBackWhatWasPut
    case keepsTheSameBytesOnce
    case knowsNothingElse
    case forgetsWhatIsRemoved
    case takesManyAtATime
    case keepsLongOnes

    /// - Throws: ``ContractViolation``, or what the store threw.
    package func check(_ store: any AttachmentStore) async throws {
        switch self {
        case .namesBytesByTheirHash:
            // The first vector of FIPS 180-2, and the hash of nothing.
            let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
            try require(try await store.put(Array("abc".utf8)).text, is: abc, "the name of 'abc'")
            let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            try require(try await store.put([]).text, is: empty, "the name of nothing")
        case .givesBackWhatWasPut:
            for bytes: [UInt8] in [[], [0], Array(0...255), Array("\r\n--".utf8)] {
                let id = try await store.put(bytes)
                try require(try await store.get(id), is: bytes, "the bytes")
                try require(try await store.exists(id), is: true, "whether they are there")
            }
        case .keepsTheSameBytesOnce:
            let first = try await store.put([1, 2, 3])
            try require(try await store.put([1, 2, 3]), is: first, "the name of the same bytes")
            try await store.remove(first)
            try require(try await store.get(first), is: nil, "the bytes after they were removed once")
        case .knowsNothingElse:
            let stranger = AttachmentID(of: [9])
            _ = try await store.put([1])
            try require(try await store.get(stranger), is: nil, "bytes that nobody put")
            try require(try await store.exists(stranger), is: false, "whether they are there")
        case .forgetsWhatIsRemoved:
            let id = try await store.put([7])
            let other = try await store.put([8])
            try await store.remove(id)
            try await store.remove(id)
            try require(try await store.exists(id), is: false, "whether what was removed is there")
            try require(try await store.get(other), is: [8], "the others")
            try require(try await store.put([7]), is: id, "the name when it is put again")
            try require(try await store.get(id), is: [7], "the bytes put again")
        case .takesManyAtATime: try await Self.putMany(store)
        case .keepsLongOnes:
            let long = (0..<3_000_001).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try require(try await store.get(try await store.put(long)), is: long, "three megabytes")
        }
    }

    /// Forty at a time, each of them twice.
    private static func putMany(_ store: any AttachmentStore) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<80 {
                group.addTask {
                    let bytes = Array(repeating: UInt8(number % 40), count: 5000)
                    let id = try await store.put(bytes)
                    try require(try await store.get(id), is: bytes, "bytes put beside others")
                }
            }
            try await group.waitForAll()
        }
    }
}
