import Kafka
import Redressal

extension NewRecord {
    /// The record as the Kafka client writes it.
    func kafka(_ names: KafkaLogNames) -> KafkaRecord {
        let place = names.place(self.place)
        return KafkaRecord(
            topic: place.topic, partition: place.partition, key: self.key.map { Array($0.utf8) }, value: self.value,
            headers: self.headers.map { KafkaHeader($0.name, Array($0.value.utf8)) })
    }
}

extension LogRecord {
    /// Takes over what the Kafka client read; foreign bytes that are no UTF-8 are repaired, and null headers are empty.
    init(_ message: KafkaMessage, of topic: Topic) {
        self.init(
            topic: topic, partition: Int(message.partition), offset: message.offset,
            key: message.key.map { String(decoding: $0, as: UTF8.self) },
            headers: message.headers.map { RecordHeader($0.name, String(decoding: $0.value ?? [], as: UTF8.self)) },
            value: message.value)
    }
}
