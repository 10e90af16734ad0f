/// Which way up a picture is to be shown (Exif 2.32 §4.6.4 A, tag 0x0112): the one thing of EXIF that is kept.
struct JPEGOrientation: Hashable {
    private static let tag = 0x0112
    /// 2 to 8; upright pictures, 1, need no note.
    private let value: UInt8

    /// Reads the content of an APP1 segment; nil for another content, a damaged one, or an upright picture.
    init?(exif content: ArraySlice<UInt8>) {
        guard content.starts(with: "Exif\0\0") else { return nil }
        let tiff = Array(content.dropFirst(6))
        let isLittle = tiff.starts(with: "II")
        guard isLittle || tiff.starts(with: "MM") else { return nil }
        func number(_ offset: Int, _ width: Int) -> Int? {
            guard offset >= 0, offset <= tiff.count - width else { return nil }
            let bytes = tiff[offset..<offset + width]
            return isLittle ? bytes.littleEndian : bytes.bigEndian
        }
        guard number(2, 2) == 42, let directory = number(4, 4), let count = number(directory, 2) else { return nil }
        for entry in 0..<count {
            let place = directory + 2 + 12 * entry
            guard let tag = number(place, 2) else { return nil }
            guard tag == Self.tag else { continue }
            guard number(place + 2, 2) == 3, number(place + 4, 4) == 1, let value = number(place + 8, 2),
                (2...8).contains(value)
            else { return nil }
            self.value = UInt8(value)
            return
        }
        return nil
    }

    /// An APP1 segment that says this and nothing else.
    var segment: [UInt8] {
        [0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1]
            + [1, 0x12, 0, 3, 0, 0, 0, 1, 0, self.value, 0, 0] + [0, 0, 0, 0]
    }
}
