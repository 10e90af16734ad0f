import Postgres
import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

/// What becomes of a notice from the outbox on: tries, dead letters, digests, receipts, crashes.
@Suite struct SendingTests {
    private static let contact: [String: FieldValue] = ["name": .string("+923001234567")]

    /// Puts notices of cases into the outbox, with nobody there to send them but the test.
    private func withOutbox(
        _ commands: (TestSystem) -> [Command],
        _ body: (TestSystem, MemoryChannel, NotificationSender) async throws -> Void
    ) async throws {
        try await TestSystem.with(definitions: .notices) { system in
            try await system.startEngine()
            system.startWorker()
            let channel = MemoryChannel()
            let sender = NotificationSender(
                outbox: system.outbox, channel: channel, vault: system.vault,
                catalog: { system.definitions.catalog() },
                retries: RetrySchedule(first: 60_000, longest: 3_600_000, tries: 3), jitter: { 0 }, link: nil,
                pace: ContinuousClock(), logger: .tests, metrics: NotificationMetrics(system.telemetry))
            let tasks = (0..<system.log.partitionCount).map { partition in
                let notifier = PartitionNotifier(
                    partition: partition, log: system.log, outbox: system.outbox,
                    catalog: { system.definitions.catalog() }, pace: ContinuousClock(), logger: .tests,
                    metrics: NotificationMetrics(.none))
                return Task { await notifier.run() }
            }
            try await system.notifying()
            for command in commands(system) { _ = try await system.submit([command]) }
            try await system.settle()
            try await system.wait(for: "every event to be looked at") { try await system.isLookedAt() }
            for task in tasks { task.cancel() }
            for task in tasks { await task.value }
            try await body(system, channel, sender)
        }
    }

    @Test func aMessageIsTriedAgainLaterAndLaterAndThenGivenUp() async throws {
        try await self.withOutbox({ [$0.opening("a", Self.contact)] }) { system, channel, sender in
            for wait in [Int64(30), 60] {
                channel.fail(MessageChannelError("http_503"))
                #expect(try await sender.round() == 1)
                #expect(try await sender.round() == 0)
                system.clock.advance(bySeconds: wait)
            }
            channel.fail(MessageChannelError("timed_out"))
            #expect(try await sender.round() == 1)
            system.clock.advance(bySeconds: 86_400)
            #expect(try await sender.round() == 0)
            let letter = try #require(try await system.outbox.dead(limit: 10).first)
            #expect(letter.state == "dead" && letter.attempts == 3 && letter.error == "timed_out")
            #expect(letter.recipient == "party")
            #expect(try await system.outbox.waiting().dead == 1)
            // An operator has it sent again, under the id that the gateway may know.
            #expect(try await system.outbox.retry(["no such"]) == 0)
            #expect(try await system.outbox.retry([letter.id]) == 1)
            #expect(try await sender.round() == 1)
            #expect(channel.messages.map(\.id) == [letter.id])
            #expect(try await system.outbox.counts() == [.init("sent", notices: 1)])
        }
    }

    @Test func whatTheGatewayRefusesIsGivenUpAtOnce() async throws {
        try await self.withOutbox({ [$0.opening("a", Self.contact)] }) { system, channel, sender in
            channel.fail(MessageChannelError("http_422", isRefusal: true))
            _ = try await sender.round()
            #expect(try await system.outbox.counts() == [.init("dead", notices: 1)])
        }
    }

    /// The sender dies between handing over and noting it: after the lease the same message comes again, by its id a copy.
    @Test func aCrashBetweenSendingAndNotingSendsTheSameMessageAgain() async throws {
        try await self.withOutbox({ [$0.opening("a", Self.contact)] }) { system, channel, sender in
            let bundle = try #require(try await system.outbox.claimDue(limit: 10).first)
            try await channel.deliver(
                OutgoingMessage(
                    id: bundle.delivery, medium: .sms, to: .init(address: "+923001234567"), language: "en",
                    text: "News"))
            #expect(try await sender.round() == 0)
            system.clock.advance(bySeconds: Outbox.lease)
            #expect(try await sender.round() == 1)
            #expect(channel.times(bundle.delivery) == 2)
            #expect(channel.messages.count == 1)
        }
    }

    @Test func officersGetOneMessageForAllThingsOfAnHour() async throws {
        func held(_ system: TestSystem) -> [Command] {
            (0..<5).flatMap { number in
                [
                    system.opening("case-\(number)"),
                    system.doing(
                        "hold", to: "case-\(number)", as: "h\(number)", ["holder": .string(number < 4 ? "u-1" : "u-2")]),
                ]
            }
        }
        try await self.withOutbox(held) { system, channel, sender in
            // The openings are nobody's news: no contact.
            #expect(try await sender.round() == 5)
            #expect(channel.messages == [])
            system.clock.advance(bySeconds: 3600)
            #expect(try await sender.round() == 2)
            #expect(Set(channel.messages.map(\.to.account)) == ["u-1", "u-2"])
            let digest = try #require(channel.messages.first { $0.to.account == "u-1" })
            #expect(digest.text == "4 things.")
            let single = try #require(channel.messages.first { $0.to.account == "u-2" })
            #expect(single.text.hasPrefix("News on "))
            #expect(try await system.outbox.counts().contains(.init("sent", notices: 5)))
        }
    }

    /// A digest that failed goes out again as it was; what came meanwhile waits for the next.
    @Test func aDigestThatIsTriedAgainHoldsWhatItHeld() async throws {
        func held(_ system: TestSystem) -> [Command] {
            (0..<3).flatMap { number in
                [
                    system.opening("case-\(number)"),
                    system.doing("hold", to: "case-\(number)", as: "h\(number)", ["holder": .string("u-1")]),
                ]
            }
        }
        try await self.withOutbox(held) { system, channel, sender in
            _ = try await sender.round()
            system.clock.advance(bySeconds: 3600)
            channel.fail(MessageChannelError("http_503"))
            #expect(try await sender.round() == 1)
            let hash = EventHash(of: [1])
            let late = Notice(
                case: CaseID("case-0"), seq: 9, event: hash, recipient: .account("u-1"), medium: .email,
                template: "news", isUrgent: false, after: system.clock.now())
            let claim = try await system.outbox.claim(0, startingAt: 0)
            #expect(try await system.outbox.write([late], claim, to: claim.position) == 1)
            #expect(try await system.outbox.write([late], claim, to: claim.position) == 0)
            #expect(try await sender.round() == 1)
            #expect(channel.messages.map(\.text).first?.hasPrefix("News on ") == true)
            system.clock.advance(bySeconds: 60)
            #expect(try await sender.round() == 1)
            #expect(channel.messages.map(\.text).last == "3 things.")
            #expect(Set(channel.messages.map(\.id)).count == 2)
        }
    }

    @Test func aClaimThatIsLostWritesNothing() async throws {
        try await self.withOutbox({ [$0.opening("a", Self.contact)] }) { system, _, _ in
            let former = try await system.outbox.claim(0, startingAt: 0)
            let claim = try await system.outbox.claim(0, startingAt: 0)
            await #expect(throws: OutboxError.fenced(partition: 0)) {
                try await system.outbox.write([], former, to: former.position + 1)
            }
            #expect(try await system.outbox.write([], claim, to: claim.position + 1) == 0)
        }
    }

    @Test func receiptsSayWhatBecameOfAMessage() async throws {
        try await self.withOutbox({ [$0.opening("a", Self.contact), $0.opening("b", Self.contact)] }) {
            system, channel, sender in
            #expect(try await system.outbox.note(DeliveryReceipt(message: "nothing", result: .delivered)) == false)
            #expect(try await sender.round() == 2)
            let ids = channel.messages.map(\.id)
            #expect(try await system.outbox.note(DeliveryReceipt(message: ids[0], result: .delivered)))
            #expect(try await system.outbox.note(DeliveryReceipt(message: ids[0], result: .delivered)))
            // A late word changes nothing.
            #expect(try await system.outbox.note(DeliveryReceipt(message: ids[0], result: .failed, code: "late")))
            let failure = DeliveryReceipt(message: ids[1], result: .failed, code: "no_such_number")
            #expect(try await system.outbox.note(failure))
            #expect(
                try await system.outbox.counts() == [.init("delivered", notices: 1), .init("failed", notices: 1)])
            let letters = try await system.outbox.dead(limit: 10)
            #expect(letters.map(\.error) == ["no_such_number"])
            // The gateway has had it: under its old id it would be a copy.
            #expect(try await system.outbox.retry(nil) == 1)
            #expect(try await sender.round() == 1)
            #expect(channel.messages.count == 3)
            #expect(Set(channel.messages.map(\.id)).count == 3)
        }
    }

    @Test func quietHoursPutOffWithoutCountingAsATry() async throws {
        try await self.withOutbox({ [$0.opening("a", Self.contact)] }) { system, channel, sender in
            let items = try await system.outbox.claimDue(limit: 10).flatMap(\.items)
            let morning = system.clock.now().advanced(bySeconds: 3600)
            try await system.outbox.note(.postponed(morning, isRepeated: false), of: items.map(\.id))
            #expect(try await sender.round() == 0)
            system.clock.advance(to: morning)
            #expect(try await sender.round() == 1)
            let tries: Int = try await system.pool.query("SELECT attempts FROM notify.message").value()
            #expect(tries == 1)
            #expect(channel.messages.count == 1)
        }
    }
}
