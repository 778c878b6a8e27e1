package sconce.kernel.jupyter;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import sconce.kernel.jupyter.messages.ClearOutput;
import sconce.kernel.jupyter.messages.CommClose;
import sconce.kernel.jupyter.messages.CommMsg;
import sconce.kernel.jupyter.messages.CommOpen;
import sconce.kernel.jupyter.messages.DisplayData;
import sconce.kernel.jupyter.messages.InputRequest;
import sconce.kernel.jupyter.messages.UpdateDisplayData;
import sconce.kernel.jupyter.wire.Message;
import sconce.kernel.session.Comm;
import sconce.kernel.session.Displayed;
import sconce.kernel.session.Front;

/// A cell's way out: to iopub and stdin, as children of the request that the cell came with, also after its end.
record CellFront(Message cell, Iopub iopub, Stdin stdin, boolean allowStdin) implements Front {
    @Override
    public void stdout(String text) { iopub.write("stdout", text, cell.header()); }

    @Override
    public void stderr(String text) { iopub.write("stderr", text, cell.header()); }

    @Override
    public void display(Displayed displayed, @Nullable String displayId, boolean update) {
        var data = mimeBundle(displayed);
        Map<String, String> transients = displayId == null ? Map.of() : Map.of("display_id", displayId);
        iopub.publish(update ? new UpdateDisplayData(data, displayed.metadata(), transients)
                : new DisplayData(data, displayed.metadata(), transients), cell.header());
    }

    @Override
    public boolean isRich() { return true; }

    @Override
    public void clearOutput(boolean wait) { iopub.publish(new ClearOutput(wait), cell.header()); }

    @Override
    public void comm(Comm.Kind kind, String id, String target, Map<String, ?> data, List<byte[]> buffers) {
        var copy = new LinkedHashMap<String, @Nullable Object>(data);
        iopub.publish(switch (kind) {
            case OPEN -> new CommOpen(id, target, copy);
            case MESSAGE -> new CommMsg(id, copy);
            case CLOSE -> new CommClose(id, copy);
        }, cell.header(), buffers);
    }

    @Override
    public @Nullable String readLine(String prompt, boolean password) throws InterruptedException {
        if (!allowStdin)
            throw new UnsupportedOperationException(
                    "this client takes no input: it ran the cell with allow_stdin=false");
        iopub.flush();
        return stdin.ask(new InputRequest(prompt, password), cell);
    }

    /// The forms of `displayed` as JSON can carry them: bytes in Base64.
    static Map<String, Object> mimeBundle(Displayed displayed) {
        var bundle = new LinkedHashMap<>(displayed.data());
        bundle.replaceAll(
                (type, form) -> form instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : form);
        return bundle;
    }

    /// Where the output of silent cells and of user expressions goes: nowhere.
    static final Front SILENT = new Front() {
        @Override
        public void stdout(String text) {}

        @Override
        public void stderr(String text) {}

        @Override
        public void display(Displayed displayed, @Nullable String displayId, boolean update) {}

        @Override
        public void clearOutput(boolean wait) {}

        @Override
        public @Nullable String readLine(String prompt, boolean password) {
            throw new UnsupportedOperationException("a silent cell takes no input");
        }
    };
}
