import Postgres
import Testing

@Suite struct SQLTests {
    @Test func interpolatedValuesBecomeParameters() {
        let name = "o'Hara"
        let none: Int? = nil
        let sql: SQL = "SELECT * FROM post WHERE name = \(name) AND id = \(7) AND office = \(none)"
        #expect(sql.text == "SELECT * FROM post WHERE name = $1 AND id = $2 AND office = $3")
        #expect(sql.bindings == [.text("o'Hara"), .int(7), .null])
    }

    @Test func anEmbeddedStatementIsRenumbered() {
        let filter: SQL = "office = \(1) OR office = \(2)"
        let sql: SQL = "SELECT \(true) WHERE \(filter) LIMIT \(3)"
        #expect(sql.text == "SELECT $1 WHERE office = $2 OR office = $3 LIMIT $4")
        #expect(sql.bindings == [.bool(true), .int(1), .int(2), .int(3)])
    }

    @Test func identifiersAreQuoted() {
        let sql: SQL = "SELECT * FROM \(SQL.identifier("log", "ev\"il; DROP")) \(unsafeSQL: "FOR UPDATE")"
        #expect(sql.text == "SELECT * FROM \"log\".\"ev\"\"il; DROP\" FOR UPDATE")
        #expect(sql.bindings == [])
    }

    @Test func theLabelIsTheFirstWordUnlessGiven() {
        let sql: SQL = "\n  INSERT INTO t VALUES (\("secret"))"
        #expect(sql.label == "INSERT")
        #expect(sql.labelled("file a complaint").label == "file a complaint")
        #expect(sql.labelled("file a complaint").text == sql.text)
    }
}
