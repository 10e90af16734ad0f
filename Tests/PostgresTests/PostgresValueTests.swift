import Testing

@testable import Postgres

@Suite struct PostgresValueTests {
    @Test(arguments: [
        (PostgresValue.text("a\tb"), "a\tb"),
        (.int(-5), "-5"),
        (.bool(true), "t"),
        (.double(.nan), "NaN"),
        (.double(-.infinity), "-Infinity"),
        (.double(0.1), "0.1"),
        (.bytes([0, 255, 16]), "\\x00ff10"),
        (.json("{\"a\":1}"), "{\"a\":1}"),
        (.timestamp(milliseconds: 0), "1970-01-01 00:00:00.000+00"),
        (.timestamp(milliseconds: -1), "1969-12-31 23:59:59.999+00"),
        (.timestamp(milliseconds: 1_709_251_199_123), "2024-02-29 23:59:59.123+00"),
        (.textArray(["a\"b\\c", nil, "", "NULL"]), "{\"a\\\"b\\\\c\",NULL,\"\",\"NULL\"}"),
        (.int64Array([1, nil]), "{\"1\",NULL}"),
        (.timestampArray([0, nil]), "{\"1970-01-01 00:00:00.000+00\",NULL}"),
        (.bytesArray([[1]]), "{\"\\\\x01\"}"),
    ])
    func textFormat(value: PostgresValue, expected: String) {
        #expect(value.textFormat == expected)
    }

    @Test func nullHasNoText() {
        #expect(PostgresValue.null.textFormat == nil)
    }

    @Test(arguments: [
        ("1970-01-01 00:00:00+00", 0),
        ("1969-12-31 23:59:59.999999+00", -1),
        ("2024-02-29 23:59:59.12+00", 1_709_251_199_120),
        ("0001-12-31 00:00:00+00 BC", -62_135_683_200_000),
        ("12024-01-01 00:00:00+00", 317_273_587_200_000),
    ])
    func timestampsAreRead(text: String, milliseconds: Int64) {
        #expect(PostgresTimestamp(postgresText: text) == PostgresTimestamp(milliseconds: milliseconds))
    }

    @Test(arguments: ["infinity", "2024-02-29", "2024-02-29 23:59:59+05:30", "", "x"])
    func otherTextsAreNotTimestamps(text: String) {
        #expect(PostgresTimestamp(postgresText: text) == nil)
    }

    @Test(arguments: [Int64.min / 1000, -62_135_596_800_001, -1, 0, 951_782_400_000, 253_402_300_799_999])
    func timestampsSurviveTheirText(milliseconds: Int64) throws {
        let timestamp = PostgresTimestamp(milliseconds: milliseconds)
        #expect(PostgresTimestamp(text: timestamp.text) == timestamp)
    }

    @Test(arguments: ["\\x0", "x00", "\\xzz", ""])
    func brokenBytesAreRefused(text: String) {
        #expect([UInt8](postgresText: text) == nil)
    }

    @Test func aNulByteIsRefusedNamingTheParameter() {
        #expect(
            throws: PostgresError(
                .nulByte, "expected a text without NUL characters but parameter $2 holds one at byte 1")
        ) {
            try ParameterBuffer([.text("fine"), .text("a\0b")])
        }
    }
}
