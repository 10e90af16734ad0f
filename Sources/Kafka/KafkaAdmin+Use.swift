extension KafkaAdmin {
    /// Makes a client, lends it, and closes it whatever happens.
    ///
    /// - Throws: What ``init(_:timeout:)`` or the body throws.
    package static func with<Result>(
        _ configuration: KafkaConfiguration, _ body: (KafkaAdmin) async throws -> Result
    ) async throws -> Result {
        let admin = try KafkaAdmin(configuration)
        do {
            let result = try await body(admin)
            await admin.close()
            return result
        } catch {
            await admin.close()
            throw error
        }
    }
}
