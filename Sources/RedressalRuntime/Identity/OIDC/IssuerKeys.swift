import Foundation
import Logging
import Redressal

/// An issuer's keys, fetched when they are needed and kept; new ones are looked for when a token names one that is not known.
actor IssuerKeys {
    /// How long keys are kept before they are fetched anew, in seconds.
    private static let freshness: Int64 = 3600
    /// How long keys are believed while the issuer is away, in seconds.
    private static let patience: Int64 = 86_400
    /// How often new keys are asked for at most, in seconds: whoever makes up names of keys must not keep the issuer busy.
    private static let pause: Int64 = 30

    private let settings: OIDCSettings
    private let fetcher: any PageFetcher
    private let clock: any WallClock
    private let logger: Logger
    private var keys: [String: IssuerKey] = [:]
    private var fetched: Instant?
    private var tried: Instant?
    private var running: Task<Void, Never>?

    init(_ settings: OIDCSettings, fetcher: any PageFetcher, clock: any WallClock, logger: Logger) {
        self.settings = settings
        self.fetcher = fetcher
        self.clock = clock
        self.logger = logger
    }

    /// The key of a name; nil when the issuer has none.
    ///
    /// - Throws: ``ViewsUnavailable`` when the issuer cannot be asked and there are no keys of it yet, or only old ones.
    func key(_ id: String) async throws(ViewsUnavailable) -> IssuerKey? {
        if self.age.map({ $0 < Self.freshness }) ?? false, let key = self.keys[id] { return key }
        await self.refresh()
        guard let age, age < Self.patience else {
            throw ViewsUnavailable("expected the issuer of tokens to show its keys but it does not")
        }
        return self.keys[id]
    }

    /// How long ago the keys were fetched, in seconds; a clock that was set back makes them no younger.
    private var age: Int64? { self.fetched.map { abs($0.milliseconds(to: self.clock.now())) / 1000 } }

    /// Fetches the keys, unless that was tried a moment ago; whoever asks meanwhile waits for the same answer.
    private func refresh() async {
        if let running { return await running.value }
        let now = self.clock.now()
        if let tried, abs(tried.milliseconds(to: now)) < Self.pause * 1000 { return }
        self.tried = now
        let task = Task { await self.fetch(at: now) }
        self.running = task
        await task.value
        self.running = nil
    }

    private func fetch(at now: Instant) async {
        do throws(FetchFailure) {
            self.keys = try await self.document()
            self.fetched = now
        } catch {
            self.logger.warning("cannot fetch the issuer's keys", metadata: ["reason": "\(error)"])
        }
    }

    /// - Throws: ``FetchFailure`` also for a document that is not this issuer's.
    private func document() async throws(FetchFailure) -> [String: IssuerKey] {
        guard let url = self.settings.discovery else { throw FetchFailure("expected an address but found none") }
        let discovery = try await self.object(at: url)
        guard discovery["issuer"] as? String == self.settings.issuer else {
            throw FetchFailure("expected the issuer to name itself as it was named here but it has another name")
        }
        guard let text = discovery["jwks_uri"] as? String, let address = URL(string: text), address.isSafe
        else { throw FetchFailure("expected the address of keys by https but found another or none") }
        guard let list = try await self.object(at: address)["keys"] as? [Any] else {
            throw FetchFailure("expected a list of keys but found none")
        }
        var keys: [String: IssuerKey] = [:]
        for item in list {
            // One that we cannot use is no reason to refuse the others.
            guard let json = try? JSONSerialization.data(withJSONObject: item), let key = await IssuerKey(json) else {
                continue
            }
            keys[key.id] = key
        }
        return keys
    }

    private func object(at url: URL) async throws(FetchFailure) -> [String: Any] {
        let bytes = try await self.fetcher.fetch(url)
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
            throw FetchFailure("expected a JSON object but found something else")
        }
        return object
    }
}
