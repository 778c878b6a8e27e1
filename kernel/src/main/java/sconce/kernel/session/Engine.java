package sconce.kernel.session;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/// JShell's execution engine that executes nothing: it notes what JShell asks to be run, and the session runs it after
/// `eval` has returned. So compiling (which JShell cannot do twice at once) and running are apart: code can be
/// completed while a cell runs, the raw value never becomes a String, and no thread is made for a snippet.
final class Engine extends DirectExecutionControl implements ExecutionControlProvider {
    /// A snippet's code, ready to run.
    record Invocation(String className, String methodName) {}

    private final SnippetLoader loader;
    private final Queue<Invocation> pending = new ArrayDeque<>();

    Engine(SnippetLoader loader) {
        super(loader);
        this.loader = loader;
    }

    @Override
    public String invoke(String className, String methodName) {
        pending.add(new Invocation(className, methodName));
        return "";
    }

    /// Takes what JShell has asked for since the last call.
    java.util.List<Invocation> takePending() {
        var taken = java.util.List.copyOf(pending);
        pending.clear();
        return taken;
    }

    /// Runs on the caller's thread and gives what the snippet gave.
    @Nullable
    Object run(Invocation invocation) throws Throwable {
        var method = loader.loadClass(invocation.className).getDeclaredMethod(invocation.methodName);
        method.setAccessible(true);
        try {
            return method.invoke(null);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Override
    public void stop() {
        // The session interrupts its own thread: JShell never has one running.
    }

    @Override
    public String name() { return "sconce"; }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) { return this; }
}
