import Testing

@testable import Redressal

/// What is taken of files that people send.
@Suite struct CleanAttachmentTests {
    @Test(arguments: SampleFile.all) func theTypeIsToldByTheBytesAndNothingPersonalStays(
        _ sample: (type: String, bytes: [UInt8])
    ) throws {
        let clean = try CleanAttachment(of: sample.bytes)
        #expect(clean.type.rawValue == sample.type)
        #expect(!String(decoding: clean.bytes, as: UTF8.self).contains(SampleFile.secret))
        #expect(try CleanAttachment(of: clean.bytes) == clean)
    }

    @Test func aPhotographKeepsItsImageAndWhichWayUpItIs() throws {
        let clean = try CleanAttachment(of: SampleFile.jpeg).bytes
        let header: [UInt8] =
            [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 2, 0, 0, 1, 0, 1, 0, 0] + [0xFF, 0xE1, 0, 34]
        let orientation: [UInt8] = [1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]
        #expect(clean.starts(with: header))
        #expect(Array(clean.dropFirst(header.count + 16).prefix(12)) == orientation)
        #expect(Array(clean.dropFirst(20 + 36)) == SampleFile.jpegImage.joined() + [0xFF, 0xD9])
    }

    @Test func picturesAndFilmsKeepTheirImages() throws {
        #expect(
            try CleanAttachment(of: SampleFile.png).bytes == SampleFile.pngSignature + SampleFile.pngImage.joined())
        let flags: [UInt8] = [0, 0, 0, 0, 7, 0, 0, 7, 0, 0]
        #expect(
            try CleanAttachment(of: SampleFile.webp).bytes
                == SampleFile.webp(Array("VP8X".utf8) + [10, 0, 0, 0] + flags + SampleFile.webpImage))
        let film = try CleanAttachment(of: SampleFile.mp4).bytes
        #expect(film.count == SampleFile.mp4.count)
        #expect(film.suffix(11) == SampleFile.mp4.suffix(11))
        let blanked = zip(film, SampleFile.mp4).filter { $0 != $1 }.map(\.0)
        #expect(Set(blanked).isSubset(of: Set([0] + Array("free".utf8))))
    }

    /// Wherever a file is cut, nothing more comes out of it than of the whole one, and nothing ends the program.
    @Test(arguments: SampleFile.all) func nothingIsReadBeyondTheEnd(_ sample: (type: String, bytes: [UInt8])) throws {
        let whole = try CleanAttachment(of: sample.bytes)
        for length in 0..<sample.bytes.count {
            do throws(AttachmentFault) {
                let clean = try CleanAttachment(of: Array(sample.bytes.prefix(length)))
                #expect(clean.bytes.count <= whole.bytes.count)
            } catch {
                #expect(error.description.hasPrefix("expected "))
            }
        }
    }

    @Test(arguments: [
        (MediaType.jpeg, SampleFile.jpeg), (.png, SampleFile.png), (.webp, SampleFile.webp), (.mp4, SampleFile.mp4),
        (.ogg, SampleFile.ogg), (.amr, SampleFile.amr),
    ])
    func whatBreaksOffIsToldApart(_ type: MediaType, _ bytes: [UInt8]) {
        // What follows a picture does not belong to it.
        let own = bytes.prefix(bytes.count - ([.jpeg, .png, .webp].contains(type) ? SampleFile.secret.utf8.count : 0))
        let error = #expect(throws: AttachmentFault.self) { try CleanAttachment(of: Array(own.dropLast())) }
        #expect(error == .truncated(type))
    }

    @Test(arguments: [
        ("", AttachmentFault.empty), (" \n\t", .empty), ("\u{FEFF}  <!DOCTYPE html><p>", .markup), ("<svg/>", .markup),
        ("hello <SCRIPT>alert(1)</SCRIPT>", .markup), ("<?xml version=\"1.0\"?>", .markup),
        ("MZ\u{1}\u{0}", .unknownType),
        ("GIF89a\u{1}\u{0}", .unknownType), ("PK\u{3}\u{4}\u{0}", .unknownType),
        ("\0\0\0\u{18}ftypheic\0\0\0\0", .heic),
        ("\0\0\0\u{18}ftypqt  \0\0\0\0", .unknownType), ("%PDF-1.7 without an end", .truncated(.pdf)),
        ("OggS\(String(repeating: "\0", count: 24))fishead", .unknownType), ("#!AMR\n", .truncated(.amr)),
        ("#!AMR\n\u{7F}", .damaged(.amr)),
    ])
    func otherFilesAreRefusedInWords(_ text: String, _ fault: AttachmentFault) {
        let error = #expect(throws: AttachmentFault.self) { try CleanAttachment(of: Array(text.utf8)) }
        #expect(error == fault)
        #expect(error?.description.hasPrefix("expected ") == true)
    }

    @Test func textInAnotherEncodingIsRefused() {
        #expect(throws: AttachmentFault.unknownType) { try CleanAttachment(of: [0xFF, 0xFE, 0x41, 0]) }
        #expect(throws: AttachmentFault.unknownType) { try CleanAttachment(of: Array("caf".utf8) + [0xE9]) }
    }

    /// Two readers would see two files: one the document, the other the archive (a polyglot).
    @Test(arguments: [0, 3, 65_535]) func aDocumentThatIsAnArchiveTooIsRefused(_ comment: Int) {
        let both = SampleFile.pdf + SampleFile.archive(comment: comment)
        #expect(throws: AttachmentFault.self) { try CleanAttachment(of: both) }
        let inside = SampleFile.archive(comment: 0) + SampleFile.pdf
        #expect(throws: Never.self) { try CleanAttachment(of: SampleFile.pdf + inside) }
    }

    @Test func picturesBuiltOtherwiseAreDamaged() {
        let cases: [([UInt8], AttachmentFault)] = [
            ([0xFF, 0xD8, 0xFF, 0xD9], .damaged(.jpeg)), ([0xFF, 0xD8, 0xFF, 0xE1, 0, 1], .damaged(.jpeg)),
            ([0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 0xFF, 0xD9], .damaged(.jpeg)),
            (SampleFile.pngSignature + SampleFile.pngImage[2], .damaged(.png)),
            (SampleFile.pngSignature + SampleFile.pngImage[0] + SampleFile.pngImage[4], .damaged(.png)),
            (SampleFile.webp(Array("JUNK".utf8) + [2, 0, 0, 0, 1, 1]), .damaged(.webp)),
            (SampleFile.box("ftyp", Array("isom".utf8)) + SampleFile.box("moov", []), .damaged(.mp4)),
            (SampleFile.box("ftyp", Array("isom".utf8)) + [0, 0, 0, 7] + Array("moov".utf8), .damaged(.mp4)),
        ]
        for (bytes, fault) in cases {
            let error = #expect(throws: AttachmentFault.self) { try CleanAttachment(of: bytes) }
            #expect(error == fault)
        }
    }
}
