import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Sends requests away at the door of their connection while too many are being answered, before they cost what an answer costs.
///
/// A request that gets further waits at each of its steps among those that are being answered, and is one more that they wait for: under
/// a burst, sending away would take the time that answering needs.
final class LoadDoor: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let keeper: LoadDoorkeeper
    /// Those that were let in on this connection and are not answered: an answer of ours must not overtake theirs.
    private var answering = 0
    /// Whether what comes in belongs to a request that was sent away.
    private var isSendingAway = false

    init(_ keeper: LoadDoorkeeper) { self.keeper = keeper }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch Self.unwrapInboundIn(data) {
        case .head(let request):
            // Whoever does not read their answers is held up further in, by answers that wait for room: refusals would heap up here.
            if self.answering == 0, context.channel.isWritable, let head = self.keeper.refusal(of: request) {
                self.isSendingAway = true
                self.send(head, context)
            } else {
                self.answering += 1
                context.fireChannelRead(data)
            }
        case .body:
            if !self.isSendingAway { context.fireChannelRead(data) }
        case .end:
            if !self.isSendingAway { context.fireChannelRead(data) }
            self.isSendingAway = false
        }
    }

    private func send(_ head: HTTPResponse, _ context: ChannelHandlerContext) {
        context.write(Self.wrapOutboundOut(.head(head)), promise: nil)
        context.write(Self.wrapOutboundOut(.body(self.keeper.body)), promise: nil)
        context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: nil)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = Self.unwrapOutboundIn(data) { self.answering -= 1 }
        context.write(data, promise: promise)
    }
}
