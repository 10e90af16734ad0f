import ArgumentParser
import Foundation
import Redressal
import RedressalRuntime
import RedressalWeb
import ServiceLifecycle

/// Where the gateway listens.
struct ListeningOptions: ParsableArguments {
    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 8080

    @Option(help: "Whether callers have to sign in: required, or off on this machine alone.")
    var signIn = SignIn.required

    @Option(
        name: .customLong("oidc-issuer"),
        help: "Believe tokens of this OpenID Connect issuer too: its address, by https or on this machine.")
    var oidcIssuer: String?

    @Option(name: .customLong("oidc-audience"), help: "Whom the issuer's tokens must be for.")
    var oidcAudience: String?

    @Option(
        name: .customLong("oidc-account-claim"),
        help: "What of a token names the account: sub or preferred_username.")
    var oidcAccountClaim = OIDCSettings.AccountClaim.sub

    @Flag(help: "Browsers come by HTTPS, through a proxy in front: cookies are kept to it.")
    var behindHTTPS = false

    @Option(
        help: ArgumentHelp(
            "The most cases a second that orders for many cases may take.", valueName: "cases"))
    var bulkRate = 20.0

    @Option(
        help: ArgumentHelp(
            "Write the signed roots of the log into this folder too, best one that who runs the database cannot write.",
            valueName: "path"))
    var roots: String?

    @OptionGroup var protecting: ProtectingOptions
    @OptionGroup var keeping: AttachmentOptions

    /// Whether callers have to show who they are.
    enum SignIn: String, ExpressibleByArgument, CaseIterable {
        case required
        case off
    }

    func validate() throws {
        _ = try self.oidc()
        guard self.signIn == .required || Loopback.hosts.contains(self.host) else {
            throw ValidationError(
                "expected one of \(Loopback.hosts.joined(separator: ", ")) in --host with --sign-in off but found '\(self.host)': whoever reaches it could act as anybody"
            )
        }
    }

    /// The outside issuer whose tokens are believed; nil for none.
    ///
    /// - Throws: `ValidationError` when it is named by halves, or where nobody signs in.
    private func oidc() throws -> OIDCSettings? {
        guard self.oidcIssuer != nil || self.oidcAudience != nil else { return nil }
        guard let issuer = self.oidcIssuer, let audience = self.oidcAudience, !audience.isEmpty else {
            throw ValidationError("expected --oidc-issuer and --oidc-audience together but found one alone")
        }
        guard self.signIn == .required else {
            throw ValidationError("expected --sign-in required with --oidc-issuer but found --sign-in off")
        }
        do throws(AccountError) {
            return try OIDCSettings(issuer: issuer, audience: audience, claim: self.oidcAccountClaim)
        } catch {
            throw ValidationError("\(error.description) in --oidc-issuer")
        }
    }

    /// The web server over a gateway, and what gets the figures it shows.
    ///
    /// - Parameter parts: What runs in this process.
    /// - Throws: `VaultError` when the key that signs cookies and receipts cannot be read; `AttachmentStoreError`.
    func services(
        _ installation: Installation, _ gateway: LogGateway, _ parts: Installation.Parts
    ) async throws -> [any Service] {
        let definitions = installation.definitions
        let host = self.host
        let log = installation.log
        let sampler = installation.sampler(parts)
        let attachments = try await self.keeping.attachments(installation)
        let pruner = AttachmentPruner(attachments, logger: installation.logger)
        let server = WebServer(
            gateway: AttachmentGateway(gateway, attachments, logger: installation.logger), views: installation.views,
            observation: installation.observation(parts, sampler),
            catalog: { definitions.catalog() }, clock: installation.clock, ids: { UUID().uuidString.lowercased() },
            search: try await installation.search(), reception: try await self.reception(installation),
            receipts: try await installation.receiptDoor(),
            attachments: AttachmentDoor(attachments, longest: self.keeping.longest),
            protection: self.protecting.protection(signIn: self.signIn, isSecure: self.behindHTTPS),
            ends: { try await log.ends(of: .events) }, host: self.host, port: self.port,
            logger: installation.logger,
            onListening: { port in Terminal.error("listening on http://\(host):\(port)") })
        installation.metrics.declare(routes: server.routes)
        let runner = installation.bulkRunner(gateway, rate: self.bulkRate)
        let eraser = try await installation.handOverEraser()
        let checkpointer = try await installation.checkpointer(self.roots)
        return [
            Role { await sampler.run() }, Role { await pruner.run() }, Role { try await runner.run() },
            Role { try await eraser.run() }, Role { try await checkpointer.run() }, server,
        ]
    }

    /// How people sign in; nil where nobody has to.
    private func reception(_ installation: Installation) async throws -> Reception? {
        guard self.signIn == .required else { return nil }
        return Reception(
            try await installation.door(isSecure: self.behindHTTPS, self.oidc()),
            personal: try await installation.personalData(),
            pages: try PageLibrary(folder: installation.home.appending(path: "pages")),
            visits: try await installation.visits(isSecure: self.behindHTTPS), bulk: BulkStore(pool: installation.pool),
            oversight: try await installation.oversight())
    }
}

extension OIDCSettings.AccountClaim: ExpressibleByArgument {}
