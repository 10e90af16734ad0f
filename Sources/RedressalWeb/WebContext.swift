import Hummingbird
import Redressal

/// What is known of a request while it is answered.
package struct WebContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Who asks; nil where nobody is asked who they are.
    package var identity: Identity?
    /// The address of whoever is connected, which may be a proxy; nil in tests without a socket.
    package var peer: String?
    /// How its sender was counted.
    let admission = Admission()

    package init(source: ApplicationRequestContextSource) {
        self.coreContext = CoreRequestContextStorage(source: source)
        self.peer = source.channel.remoteAddress?.ipAddress
    }
}
