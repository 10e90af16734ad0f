import Testing

@testable import Postgres

@Suite struct PostgresErrorTests {
    @Test(arguments: [
        ("23505", PostgresError.Kind.uniqueViolation), ("40001", .serialization), ("40P01", .deadlock),
        ("57014", .cancelled), ("25P03", .adminShutdown), ("57P01", .adminShutdown), ("57P03", .cannotConnect),
        ("08006", .connectionLost),
        ("22P02", .invalidValue), ("42P01", .invalidStatement), ("53300", .insufficientResources),
        ("28P01", .cannotConnect), ("XX000", .other), ("", .other),
    ])
    func kindsFollowTheSQLState(sqlState: String, kind: PostgresError.Kind) {
        #expect(PostgresError.Kind(sqlState: sqlState) == kind)
    }

    @Test func theDescriptionHidesWhatMayBePersonal() {
        var error = PostgresError(.invalidValue, "invalid input syntax for type integer: \"0300-1234567\"")
        error.sqlState = "22P02"
        error.detail = "Key (phone)=(0300-1234567) already exists."
        error.label = "INSERT"
        error.sql = "INSERT INTO t VALUES ($1)"
        #expect(error.description == "PostgreSQL invalidValue (22P02) in INSERT")
        #expect(
            error.debugDescription == """
                PostgreSQL invalidValue (22P02) in INSERT
                message: invalid input syntax for type integer: "0300-1234567"
                detail: Key (phone)=(0300-1234567) already exists.
                sql: INSERT INTO t VALUES ($1)
                """)
    }

    @Test func whatIsRetriableDependsOnTheKind() {
        let retriable = PostgresError.Kind.allCases.filter { PostgresError($0, "").isRetriable }
        #expect(retriable == [.serialization, .deadlock, .stalePlan])
        var unsent = PostgresError(.connectionLost, "")
        unsent.isUnsent = true
        #expect(unsent.isRetriable)
    }

    @Test func theConfigurationHidesThePassword() {
        let configuration = PostgresConfiguration("postgres://u:s3cret@h/db")
        var dumped = ""
        dump(configuration, to: &dumped)
        #expect(!"\(configuration) \(String(reflecting: configuration)) \(dumped)".contains("s3cret"))
    }
}
