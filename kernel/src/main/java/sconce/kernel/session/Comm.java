package sconce.kernel.session;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A conversation between a cell's code and the front end, beside the cells: what widgets are made of. Stands for
/// `comm.Comm`.
///
/// The front end opens one by the name of a target, or a cell does:
///
/// ```java
/// Comm.register("echo", (comm, data) -> comm.onMessage(comm::send));
/// var comm = Comm.open("plot", Map.of("points", 3));
/// comm.send(Map.of("x", 1));
/// ```
public final class Comm {
    /// What is done when the front end opens a comm of a target.
    @FunctionalInterface
    public interface Target {
        /// Takes the new comm, which says in `data` what it is for.
        void opened(Comm comm, Map<String, @Nullable Object> data) throws Exception;
    }

    /// What a comm tells the front end.
    public enum Kind {
        /// It begins.
        OPEN,
        /// Something is said in it.
        MESSAGE,
        /// It has ended.
        CLOSE
    }

    private final Comms comms;
    private final Front opener;
    private final String id;
    private final String target;
    private @Nullable BiConsumer<Map<String, @Nullable Object>, List<byte[]>> onMessage;
    private @Nullable Consumer<Map<String, @Nullable Object>> onClose;

    Comm(Comms comms, Front opener, String id, String target) {
        this.comms = comms;
        this.opener = opener;
        this.id = id;
        this.target = target;
    }

    /// Lets the front end open comms of a target; a later registration of the same name takes its place.
    public static void register(String target, Target handler) { comms().targets.put(target, handler); }

    /// Refuses comms of a target from now on; those that are open stay.
    public static void unregister(String target) { comms().targets.remove(target); }

    /// Opens a comm of one of the front end's targets.
    public static Comm open(String target, Map<String, ?> data) {
        return open(UUID.randomUUID().toString(), target, data);
    }

    /// Opens one under an id that nobody else has.
    public static Comm open(String id, String target, Map<String, ?> data) {
        var evaluation = Evaluation.require("a comm is opened");
        var comm = new Comm(evaluation.comms, evaluation.front, id, target);
        evaluation.comms.open.put(comm.id, comm);
        comm.tell(Kind.OPEN, data, List.of());
        return comm;
    }

    /// The name that both sides know it by.
    public String id() { return id; }

    /// The target it was opened for.
    public String target() { return target; }

    /// Whether neither side has closed it.
    public boolean isOpen() { return comms.open.containsKey(id); }

    /// Says something to the front end.
    public void send(Map<String, ?> data) { send(data, List.of()); }

    /// Says something with raw bytes beside it.
    public void send(Map<String, ?> data, List<byte[]> buffers) {
        if (!isOpen()) throw new IllegalStateException("the comm " + target + " is closed: open another one");
        tell(Kind.MESSAGE, data, buffers);
    }

    /// Ends it.
    public void close() { close(Map.of()); }

    /// Ends it with a last word.
    public void close(Map<String, ?> data) {
        if (comms.open.remove(id) != null) tell(Kind.CLOSE, data, List.of());
    }

    /// Does this with what the front end says from now on.
    public Comm onMessage(Consumer<Map<String, @Nullable Object>> action) {
        return onRawMessage((data, _) -> action.accept(data));
    }

    /// Does this with what the front end says, and with the raw bytes beside it.
    public Comm onRawMessage(BiConsumer<Map<String, @Nullable Object>, List<byte[]>> action) {
        onMessage = action;
        return this;
    }

    /// Does this when the front end closes it.
    public Comm onClose(Consumer<Map<String, @Nullable Object>> action) {
        onClose = action;
        return this;
    }

    void received(Map<String, @Nullable Object> data, List<byte[]> buffers) {
        if (onMessage != null) onMessage.accept(data, buffers);
    }

    void closed(Map<String, @Nullable Object> data) {
        if (onClose != null) onClose.accept(data);
    }

    private void tell(Kind kind, Map<String, ?> data, List<byte[]> buffers) {
        var evaluation = Evaluation.current();
        (evaluation == null ? opener : evaluation.front).comm(kind, id, target, data, buffers);
    }

    private static Comms comms() { return Evaluation.require("a comm's target is registered").comms; }

    @Override
    public String toString() { return "Comm(" + target + ", " + id + (isOpen() ? ")" : ", closed)"); }
}
