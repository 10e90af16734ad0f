import ArgumentParser
import Redressal

/// What a sender calls a command, so that sending it twice does it once.
struct KeyOptions: ParsableArguments {
    @Option(name: .customLong("idempotency-key"), help: "The same key again gets the first outcome back.")
    var key: String?

    func validate() throws {
        guard let key = self.key, !CommandID.isIdempotencyKey(key) else { return }
        throw ValidationError(
            "expected 1 to 255 visible ASCII characters in --idempotency-key but found \(key.quoted)")
    }
}
