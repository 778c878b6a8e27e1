package sconce.libtorch;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/// The one [Host], and what is asked of it.
final class Hosts {
    static @Nullable Host current;

    private Hosts() {}

    static TensorHandle wrap(Tensor pointer) { return host().tensor(new NativeTensor(pointer)); }

    static TensorHandle wrapMapped(Tensor pointer) { return host().tensor(new NativeTensor(pointer, true)); }

    /// Turns what the binding threw into the host's exception. An exception that a Java callback threw inside
    /// libtorch has passed through C++ as text; the original is given back.
    static RuntimeException error(RuntimeException thrown) {
        var fromCallback = Callbacks.takeFailure();
        if (fromCallback != null) return fromCallback;
        if (thrown instanceof TensorHandle.Refused refused) return refused.in("this operation");
        // A message of the binding carries the C++ frames below the text that is meant for people.
        if (thrown.getClass() != RuntimeException.class || thrown.getMessage() == null) return thrown;
        var message = thrown.getMessage();
        var end = message.indexOf("\nException raised from ");
        // What the allocator throws has frames of another form.
        if (end < 0) end = message.indexOf("\nframe #0:");
        return end < 0 ? host().error(message.strip(), "")
                : host().error(message.substring(0, end).strip(), message.substring(end + 1));
    }

    static RuntimeException typeError(String message) { return host().typeError(message); }

    private static Host host() {
        var host = current;
        if (host == null) throw new IllegalStateException("No Host was announced: use sconce.Tensor first.");
        return host;
    }
}
