import Postgres
import Testing

@Suite(.timeLimit(.minutes(1))) struct ListenerTests {
    @Test func aNotificationWakesTheListener() async throws {
        try await withDatabase { configuration in
            let sender = try await PostgresConnection.connect(configuration)
            let listener = try await PostgresListener.connect(configuration, channels: ["work", "Other \"one\""])
            var notifications = listener.notifications.makeAsyncIterator()
            try await sender.transaction { try $0.notify("work", payload: "شکایت 1") }
            #expect(
                try await notifications.next()
                    == PostgresNotification(channel: "work", payload: "شکایت 1", processID: sender.processID))
            try await sender.execute("NOTIFY \(SQL.identifier("Other \"one\""))")
            #expect(
                try await notifications.next()
                    == PostgresNotification(channel: "Other \"one\"", payload: "", processID: sender.processID))
            await listener.close()
            #expect(try await notifications.next() == nil)
            await sender.close()
        }
    }

    @Test func aRollbackNotifiesNobody() async throws {
        struct Refusal: Error {}
        try await withDatabase { configuration in
            let sender = try await PostgresConnection.connect(configuration)
            let listener = try await PostgresListener.connect(configuration, channels: ["work"])
            var notifications = listener.notifications.makeAsyncIterator()
            await #expect(throws: Refusal.self) {
                try await sender.transaction { transaction in
                    try transaction.notify("work", payload: "never")
                    throw Refusal()
                }
            }
            try await sender.execute("NOTIFY work, 'after'")
            #expect(try await notifications.next()?.payload == "after")
            await listener.close()
            await sender.close()
        }
    }

    @Test func aLostConnectionEndsTheNotificationsWithItsError() async throws {
        try await withDatabase { configuration in
            let other = try await PostgresConnection.connect(configuration)
            let listener = try await PostgresListener.connect(configuration, channels: ["work"])
            try await other.query(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()"
            )
            let error = try await postgresError { for try await _ in listener.notifications {} }
            #expect(error.isConnectionLost)
            await listener.close()
            await other.close()
        }
    }

    @Test func closingLetsGoOfTheServersSession() async throws {
        try await withDatabase { configuration in
            let other = try await PostgresConnection.connect(configuration)
            let listener = try await PostgresListener.connect(configuration, channels: ["work"])
            await listener.close()
            await listener.close()
            var sessions = 1
            while sessions > 0 {
                sessions = try await other.query(
                    "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()"
                ).value()
            }
            await other.close()
        }
    }

    @Test func aListenerThatCannotConnectSaysWhy() async throws {
        let error = try await postgresError {
            _ = try await PostgresListener.connect(PostgresConfiguration("host=127.0.0.1 port=1"), channels: ["x"])
        }
        #expect(error.kind == .cannotConnect)
    }
}
