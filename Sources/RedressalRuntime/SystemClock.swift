import Foundation
import Redressal

/// The machine's clock.
package struct SystemClock: WallClock {
    package init() {}

    package func now() -> Instant { Instant(Date()) }
}
