/// One row of a list of requests, whatever form the file has.
struct RequestRow {
    let line: Int
    /// What the list calls the request; empty when the row does not tell.
    let label: String
    /// The texts without blanks around them; empty where there is nothing.
    let values: Result<[RequestColumn: String], RowDefect>
    /// Whether the form has made a number of the postal code, and so lost its leading zero.
    let hasNumericPostalCode: Bool
}
