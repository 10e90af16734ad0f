/// A gateway as its clients reach it: through a relay.
struct FaultDoor: Sendable {
    let relay: Relay
    let web: Web

    /// - Parameter port: Where the gateway listens.
    init(to port: Int) throws {
        self.relay = try Relay(to: port)
        self.web = Web(port: self.relay.port, patience: 4)
    }

    /// Sends a command once.
    ///
    /// - Returns: nil when there was no definite answer.
    func send(_ request: FaultRequest, _ ledger: FaultLedger) async -> FaultAnswer? {
        let reply = await self.web.post(request.path, request.body.utf8, headers: ["Idempotency-Key": request.key])
        if reply.status == 500 {
            ledger.note(Finding(.diverged, "\(request.key) was answered with 500: \(reply.body)"))
        }
        guard let answer = FaultAnswer(reply) else { return nil }
        ledger.note(answer, to: request)
        return answer
    }
}
