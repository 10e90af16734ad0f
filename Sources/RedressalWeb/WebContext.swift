import Hummingbird
import Redressal

/// What is known of a request while it is answered.
package struct WebContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Who asks; nil where nobody is asked who they are.
    package var identity: Identity?

    package init(source: ApplicationRequestContextSource) {
        self.coreContext = CoreRequestContextStorage(source: source)
    }
}
