import Postgres
import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

/// Files of cases, from coming in to being erased.
@Suite struct SealedAttachmentsTests {
    @Test func aFileIsOpenedForItsCaseAlone() async throws {
        try await AttachmentRoom.with { room in
            let id = try await room.take("the pump")
            #expect(try await room.open(id, of: "case-1") == nil)
            try await room.claim(id, for: "case-1")
            #expect(try await room.open(id, of: "case-1") == "the pump")
            #expect(try await room.open(id, of: "case-2") == nil)
            let known = Attachment(id: id, type: .text, bytes: 8, uploaded: AttachmentRoom.start)
            #expect(try await room.attachments.attachments(of: CaseID("case-1")) == [known])
            #expect(try await room.attachments.attachments(of: CaseID("case-2")) == [])
        }
    }

    /// A hash of a photograph tells who has the same one: what is kept and named must tell nothing of it.
    @Test func theSameFileTwiceIsTwoAndNothingOfItIsKeptInClear() async throws {
        try await AttachmentRoom.with { room in
            let text = "the pump of Ayesha Bibi"
            let ids = [try await room.take(text), try await room.take(text)]
            #expect(ids[0] != ids[1])
            #expect(room.store.ids == Set(ids))
            #expect(!ids.contains(AttachmentID(of: Array(text.utf8))))
            for id in ids {
                let kept = try #require(try await room.store.get(id))
                #expect(AttachmentID(of: kept) == id)
                #expect(!String(decoding: kept, as: UTF8.self).contains("Ayesha"))
            }
        }
    }

    @Test func erasingThePersonErasesTheFile() async throws {
        try await AttachmentRoom.with { room in
            let (first, second) = (try await room.take("one"), try await room.take("two"))
            try await room.claim(first, for: "case-1", subject: "person-1")
            try await room.claim(second, for: "case-2", subject: "person-2")
            #expect(try await room.open(first, of: "case-1") == "one")
            // Another process destroys the key, which this one remembers.
            try await room.pool.execute(
                """
                UPDATE vault.subject_key SET wrapped = NULL, destroyed_at = clock_timestamp() WHERE subject = 'person-1'
                """)
            await #expect(throws: AttachmentErased.self) { try await room.open(first, of: "case-1") }
            #expect(try await room.open(second, of: "case-2") == "two")
            // Nothing in the database opens what is kept: the file's key lies under the person's.
            let key: String = try await room.pool.query(
                "SELECT sealed_key FROM attachment.item WHERE id = \(first.text)"
            ).value()
            #expect(throws: VaultError.self) { try AttachmentSeal(wrapped: key, by: room.vault.wrapping, of: first) }
        }
    }

    @Test func onlyWhoSentAFileMayUseItAndOnce() async throws {
        try await AttachmentRoom.with { room in
            let id = try await room.take("one")
            await #expect(throws: MisnamedAttachment.unknown) {
                try await room.claim(id, for: "case-1", by: "stranger")
            }
            try await room.claim(id, for: "case-1")
            // Sent again, and named by a later action of somebody else's on the same case.
            try await room.claim(id, for: "case-1")
            try await room.claim(id, for: "case-1", by: "officer")
            await #expect(throws: MisnamedAttachment.unknown) { try await room.claim(id, for: "case-2") }
            let nobodys = AttachmentID(of: [1])
            await #expect(throws: MisnamedAttachment.unknown) { try await room.claim(nobodys, for: "case-1") }
            let anybodys = try await room.take("two", from: nil)
            try await room.claim(anybodys, for: "case-2", by: "stranger")
        }
    }

    @Test func aCaseHasSoManyFilesAndNoMore() async throws {
        try await AttachmentRoom.with(limit: 2) { room in
            let ids = [try await room.take("1"), try await room.take("2"), try await room.take("3")]
            try await room.claim(ids[0], for: "case-1")
            await #expect(throws: MisnamedAttachment.tooMany(2)) { try await room.claim(ids[1], ids[2], for: "case-1") }
            #expect(try await room.attachments.attachments(of: CaseID("case-1")).map(\.id) == [ids[0]])
            try await room.claim(ids[1], for: "case-1")
            try await room.claim(ids[2], for: "case-2")
        }
    }

    @Test func whatNobodyUsedIsDeletedAfterADay() async throws {
        try await AttachmentRoom.with { room in
            let (used, old) = (try await room.take("used"), try await room.take("old"))
            try await room.claim(used, for: "case-1")
            room.clock.advance(bySeconds: 12 * 3600)
            let young = try await room.take("young")
            room.clock.advance(bySeconds: 12 * 3600 + 1)
            let pruner = AttachmentPruner(room.attachments, logger: .tests)
            // The store is away: nothing is lost sight of, and nobody can use what is half deleted.
            room.store.goAway()
            await #expect(throws: AttachmentStoreError.self) { try await pruner.prune() }
            await #expect(throws: MisnamedAttachment.unknown) { try await room.claim(old, for: "case-2") }
            room.store.goAway(false)
            #expect(try await pruner.prune() == 1)
            #expect(try await pruner.prune() == 0)
            #expect(room.store.ids == [used, young])
            try await room.claim(young, for: "case-2")
            #expect(try await room.open(used, of: "case-1") == "used")
        }
    }

    @Test func aStoreThatIsAwayIsSaidInTheWordsOfThePort() async throws {
        try await AttachmentRoom.with { room in
            room.store.goAway()
            let error = await #expect(throws: ViewsUnavailable.self) { try await room.take("one") }
            #expect(error?.description == "expected the store of attachments to answer but it does not")
        }
    }
}
