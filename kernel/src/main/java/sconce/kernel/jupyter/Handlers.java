package sconce.kernel.jupyter;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import sconce.kernel.jupyter.messages.Reply;
import sconce.kernel.jupyter.messages.Request;
import sconce.kernel.jupyter.wire.Fields;

/// What is done with each type of request: how it is read, and the method that makes its reply.
final class Handlers {
    /// From a request to its reply.
    interface Handler<Q extends Request<R>, R extends Reply> {
        R handle(Q request, Exchange exchange) throws Exception;
    }

    /// A request that has been read and waits to be served.
    interface Call {
        Reply serve(Exchange exchange) throws Exception;
    }

    private final Map<String, Function<Fields, Call>> table = new HashMap<>();

    <Q extends Request<R>, R extends Reply> Handlers on(String msgType, Function<Fields, Q> reader,
            Handler<Q, R> handler) {
        table.put(msgType, fields -> {
            var request = reader.apply(fields);
            return exchange -> handler.handle(request, exchange);
        });
        return this;
    }

    /// The call that a message asks for, or null when its type is not known.
    ///
    /// @throws sconce.kernel.jupyter.wire.MalformedMessageException when its content does not fit its type
    @Nullable
    Call read(String msgType, Fields content) {
        var reader = table.get(msgType);
        return reader == null ? null : reader.apply(content);
    }
}
