package org.dflib.jjava.jupyter.kernel;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.kernel.JavaKernel;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Notebook;

/// The session under the name that JJava's notebooks know it by.
public abstract class BaseKernel {
    private final Renderer renderer = new Renderer();
    private final MagicsRegistry magics = new MagicsRegistry();
    private final JupyterIO io = new JupyterIO();
    private final CommManager comms = new CommManager();
    private final Set<Class<?>> extensions = ConcurrentHashMap.newKeySet();

    /// The one of the session that the calling thread belongs to.
    public static BaseKernel notebookKernel() {
        return Notebook.current().part(JavaKernel.class, JavaKernel::new);
    }

    public String getName() { return "Sconce"; }

    public Renderer getRenderer() { return renderer; }

    public MagicsRegistry getMagicsRegistry() { return magics; }

    public JupyterIO getIO() { return io; }

    public CommManager getCommManager() { return comms; }

    /// Whether an extension of this class has not been installed here; from now on it has.
    public boolean isNew(Extension extension) { return extensions.add(extension.getClass()); }

    public void display(DisplayData data) {
        var id = data.getDisplayId();
        Notebook.current().show(data.data(), data.metadata(), id == null ? UUID.randomUUID().toString() : id, false);
    }

    /// Runs code and gives its value's forms.
    public DisplayData eval(String code) {
        var value = evalRaw(code);
        return value == null ? DisplayData.EMPTY : renderer.render(value);
    }

    /// Runs code and gives its value.
    public @Nullable Object evalRaw(String code) {
        return unchecked(() -> Notebook.current().evaluate(code));
    }

    /// JJava's way to run code in steps; the steps are all one here.
    public EvalBuilder evalBuilder(String code) { return new EvalBuilder(this, code); }

    public void addToClasspath(String paths) {
        unchecked(() -> {
            Notebook.current().addToClassPath(paths);
            return null;
        });
    }

    interface Task {
        @Nullable
        Object run() throws Throwable;
    }

    static @Nullable Object unchecked(Task task) {
        try {
            return task.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /// Code to be run.
    public record EvalBuilder(BaseKernel kernel, String code) {
        public EvalBuilder resolveMagics() { return this; }

        public @Nullable Object eval() { return kernel.evalRaw(code); }
    }
}
