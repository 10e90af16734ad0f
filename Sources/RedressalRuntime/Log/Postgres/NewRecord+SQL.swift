import Postgres
import Redressal

extension [NewRecord] {
    /// The arguments that `log.append` takes.
    var arguments: SQL {
        let topics = PostgresValue.textArray(self.map(\.topic.rawValue))
        let partitions = PostgresValue.int64Array(self.map { Int64($0.partition) })
        let keys = PostgresValue.textArray(self.map(\.key))
        let headers = PostgresValue.textArray(self.map { HeaderArray.text(of: $0.headers) })
        let values = PostgresValue.bytesArray(self.map(\.value))
        return "\(topics), \(partitions), \(keys), \(headers), \(values)"
    }
}

extension PostgresResult {
    /// The offsets that `log.append` and `log.commit` return, one a row.
    func offsets() throws -> [Int64] { try self.values() }
}
