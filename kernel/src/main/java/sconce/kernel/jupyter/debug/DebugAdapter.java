package sconce.kernel.jupyter.debug;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.sun.jdi.VirtualMachine;
import com.sun.jdi.request.StepRequest;

import sconce.kernel.jupyter.wire.Fields;
import sconce.kernel.session.Debuggee;
import sconce.kernel.session.Displayed;
import sconce.kernel.session.Session;

/// Answers the Debug Adapter Protocol as JupyterLab speaks it: a cell is a file, named by the hash of its text.
public final class DebugAdapter {
    private static final int SEED = 0xc70f6907;
    private static final String PREFIX = Path
            .of(System.getProperty("java.io.tmpdir"), "sconce_" + ProcessHandle.current().pid()) + "/";
    private static final String SUFFIX = ".java";

    /// A frame's number holds its thread's and its place in it.
    private static final int FRAMES = 1 << 16;

    /// What a request is refused with.
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String why) { super(why, null, false, false); }
    }

    private final CompletableFuture<VirtualMachine> vm = new CompletableFuture<>();
    private final CompletableFuture<Debuggee> debuggee;
    private final BiConsumer<String, Map<String, Object>> events;
    private final Map<String, String> cells = new ConcurrentHashMap<>();
    private final Map<Integer, Supplier<List<Debuggee.Variable>>> references = new ConcurrentHashMap<>();
    private final AtomicInteger lastReference = new AtomicInteger();
    private @Nullable Debugger debugger;
    private boolean started;

    private DebugAdapter(String port, CompletableFuture<Session> session,
            BiConsumer<String, Map<String, Object>> events) {
        this.events = events;
        debuggee = session.thenApply(Session::debuggee);
        Thread.ofPlatform().name("jupyter-debugger-attach").daemon().start(() -> {
            try {
                vm.complete(OwnJvm.attach(port));
            } catch (IOException | RuntimeException e) {
                vm.completeExceptionally(e);
            }
        });
    }

    /// The adapter, where this JVM was started with its debugger agent; else null.
    ///
    /// @param events takes the name and the body of each event
    public static @Nullable DebugAdapter ofThisJvm(CompletableFuture<Session> session,
            BiConsumer<String, Map<String, Object>> events) {
        var port = OwnJvm.port();
        return port == null ? null : new DebugAdapter(port, session, events);
    }

    /// What JupyterLab asks before anything else: whether debugging is under way, and how cells are named.
    public static Map<String, Object> info(boolean started, List<?> breakpoints, List<Integer> stopped) {
        var info = new LinkedHashMap<String, Object>();
        info.put("isStarted", started);
        info.put("hashMethod", "Murmur2");
        info.put("hashSeed", SEED & 0xffffffffL);
        info.put("tmpFilePrefix", PREFIX);
        info.put("tmpFileSuffix", SUFFIX);
        info.put("breakpoints", breakpoints);
        info.put("stoppedThreads", stopped);
        info.put("richRendering", true);
        info.put("exceptionPaths", List.of("Java exceptions"));
        info.put("copyToGlobals", true);
        return info;
    }

    /// The body of the response.
    ///
    /// @throws Refused when there is none, with what to say instead
    public Map<String, Object> answer(String command, Fields arguments) {
        return switch (command) {
            case "debugInfo" -> debugInfo();
            case "initialize" -> Map.of("supportsConfigurationDoneRequest", true, "supportsConditionalBreakpoints",
                    true,
                    "supportsEvaluateForHovers", true, "supportsTerminateRequest", true, "exceptionBreakpointFilters",
                    List.of(Map.of("filter", "raised", "label", "Raised exceptions", "default", false)));
            case "attach" -> attach();
            case "configurationDone" -> Map.of();
            case "dumpCell" -> dumpCell(arguments.text("code"));
            case "setBreakpoints" -> setBreakpoints(arguments);
            case "setExceptionBreakpoints" -> {
                debugger().stopAtExceptions(arguments.list("filters").contains("raised"));
                yield Map.of();
            }
            case "threads" -> Map.of("threads", List.of(Map.of("id", Debugger.MAIN, "name", "cells")));
            case "stackTrace" -> stackTrace(arguments);
            case "scopes" -> scopes(arguments.number("frameId", 0));
            case "variables" -> variables(arguments.number("variablesReference", 0));
            case "inspectVariables" -> Map.of("variables", described(debuggee().variables()));
            case "richInspectVariables" -> richInspect(arguments);
            case "evaluate" -> evaluate(arguments);
            case "copyToGlobals" -> copyToGlobals(arguments);
            case "source" -> source(arguments.object("source"));
            case "next" -> goOn(arguments, StepRequest.STEP_OVER);
            case "stepIn" -> goOn(arguments, StepRequest.STEP_INTO);
            case "stepOut" -> goOn(arguments, StepRequest.STEP_OUT);
            case "continue" -> goOn(arguments, null);
            case "disconnect", "terminate" -> disconnect();
            case "pause" -> throw new Refused("A thread is not paused wherever it is: it could hold what the kernel "
                    + "needs. Set a breakpoint.");
            default -> throw new Refused("This debugger does not know " + command + ".");
        };
    }

    /// A cell has come to its end.
    public synchronized void cellEnded() {
        if (debugger != null) debugger.forgetSteps();
    }

    /// Nobody stands still any more, so that an interrupt finds whom it means.
    public synchronized void letGo() {
        if (debugger == null) return;
        debugger.forgetSteps();
        for (var thread : debugger.stoppedThreads()) debugger.resume(thread, null);
    }

    private static String pathOf(String code) { return PREFIX + Murmur2.hash(code, SEED) + SUFFIX; }

    private synchronized Map<String, Object> debugInfo() {
        if (debugger == null) return info(false, List.of(), List.of());
        var breakpoints = new ArrayList<Object>();
        debugger.breakpoints().forEach((path, lines) -> breakpoints.add(Map.of("source", path, "breakpoints",
                lines.stream().map(each -> Map.of("line", each.line())).toList())));
        return info(started, breakpoints, debugger.stoppedThreads());
    }

    private synchronized Map<String, Object> attach() {
        if (debugger == null) {
            debugger = new Debugger(vm(), debuggee(), DebugAdapter::pathOf, new Debugger.Listener() {
                @Override
                public void stopped(int thread, String reason, @Nullable String text) {
                    var body = new LinkedHashMap<String, Object>(
                            Map.of("threadId", thread, "reason", reason, "allThreadsStopped", false));
                    if (text != null) body.put("text", text);
                    events.accept("stopped", body);
                }

                @Override
                public void continued(int thread) {
                    references.clear();
                    events.accept("continued", Map.of("threadId", thread, "allThreadsContinued", false));
                }
            });
        }
        started = true;
        events.accept("initialized", Map.of());
        return Map.of();
    }

    private Map<String, Object> dumpCell(String code) {
        var path = pathOf(code);
        cells.put(path, code);
        return Map.of("sourcePath", path);
    }

    private Map<String, Object> setBreakpoints(Fields arguments) {
        var path = new Fields(arguments.object("source")).text("path");
        var wanted = new ArrayList<Debugger.Breakpoint>();
        var told = new ArrayList<Map<String, Object>>();
        var code = cells.get(path);
        for (var each : arguments.list("breakpoints")) {
            if (!(each instanceof Map<?, ?> map) || !(map.get("line") instanceof Number line)) continue;
            var text = code == null ? "?" : code.lines().skip(Math.max(0, line.intValue() - 1)).findFirst().orElse("");
            boolean verified = !text.isBlank() && !text.strip().startsWith("//");
            if (verified)
                wanted.add(
                        new Debugger.Breakpoint(line.intValue(), map.get("condition") instanceof String c ? c : null));
            var answer = new LinkedHashMap<String, Object>(Map.of("id", told.size(), "verified", verified, "line",
                    line.intValue(), "source", Map.of("path", path)));
            if (!verified) answer.put("message", "there is no code on this line");
            told.add(answer);
        }
        debugger().setBreakpoints(path, wanted);
        return Map.of("breakpoints", told);
    }

    private Map<String, Object> stackTrace(Fields arguments) {
        var frames = debugger().frames(arguments.number("threadId", Debugger.MAIN));
        int from = Math.clamp(arguments.number("startFrame", 0), 0, frames.size());
        int count = arguments.number("levels", 0);
        int to = count <= 0 ? frames.size() : Math.min(frames.size(), from + count);
        var told = frames.subList(from, to).stream().map(frame -> Map.of("id",
                frame.thread() * FRAMES + frame.index(), "name", frame.name(), "line", frame.line(), "column", 1,
                "source", Map.of("name", frame.path().substring(PREFIX.length()), "path", frame.path()))).toList();
        return Map.of("stackFrames", told, "totalFrames", frames.size());
    }

    private Map<String, Object> scopes(int frame) {
        int locals = reference(() -> locals(frame));
        int globals = reference(() -> debuggee().variables());
        return Map.of("scopes", List.of(
                Map.of("name", "Locals", "variablesReference", locals, "presentationHint", "locals", "expensive",
                        false),
                Map.of("name", "Globals", "variablesReference", globals, "expensive", false)));
    }

    private List<Debuggee.Variable> locals(int frame) {
        return debugger().locals(frame / FRAMES, frame % FRAMES);
    }

    private Map<String, Object> variables(int reference) {
        var found = references.get(reference);
        if (found == null) throw new Refused("These variables are of a stop that is over.");
        return Map.of("variables", described(found.get()));
    }

    private List<Map<String, Object>> described(List<Debuggee.Variable> variables) {
        var all = new ArrayList<Map<String, Object>>();
        for (var each : variables) {
            var one = new LinkedHashMap<String, Object>();
            one.put("name", each.name());
            one.put("evaluateName", each.name());
            one.put("type", simple(each.type()));
            describe(each.value(), "value", one);
            all.add(one);
        }
        return all;
    }

    private void describe(@Nullable Object value, String field, Map<String, Object> into) {
        into.put(field, Debuggee.text(value));
        into.put("variablesReference",
                Debuggee.children(value).isEmpty() ? 0 : reference(() -> Debuggee.children(value)));
    }

    private int reference(Supplier<List<Debuggee.Variable>> children) {
        int number = lastReference.incrementAndGet();
        references.put(number, children);
        return number;
    }

    private static String simple(String type) {
        return type.replaceFirst("^REPL\\.\\$JShell\\$\\w+\\$", "").replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "")
                .replace('$', '.');
    }

    private Map<String, Object> richInspect(Fields arguments) {
        var value = value(arguments.text("variableName"), arguments.number("frameId", 0));
        Displayed shown = Debuggee.display(value);
        return Map.of("data", shown.data(), "metadata", shown.metadata());
    }

    private Map<String, Object> evaluate(Fields arguments) {
        var expression = arguments.text("expression");
        var value = value(expression, arguments.number("frameId", 0));
        var body = new LinkedHashMap<String, Object>();
        describe(value, "result", body);
        body.put("type", value == null ? "null" : simple(value.getClass().getTypeName()));
        return body;
    }

    private @Nullable Object value(String expression, int frame) {
        var result = debuggee().evaluate(expression, known(frame));
        if (result.failure() != null) throw new Refused(result.failure());
        return result.value();
    }

    /// What has a simple name in a frame: its variables, then the fields of `this`.
    private List<Debuggee.Variable> known(int frame) {
        if (frame <= 0 || debugger == null) return List.of();
        var known = new LinkedHashMap<String, Debuggee.Variable>();
        for (var local : locals(frame)) known.putIfAbsent(local.name(), local);
        var self = known.get("this");
        if (self != null)
            for (var field : Debuggee.children(self.value())) known.putIfAbsent(field.name(), field);
        return List.copyOf(known.values());
    }

    private Map<String, Object> copyToGlobals(Fields arguments) {
        var name = arguments.text("srcVariableName");
        var local = known(arguments.number("srcFrameId", 0)).stream().filter(each -> each.name().equals(name))
                .findFirst().orElseThrow(() -> new Refused("there is no variable " + name + " here"));
        var failure = debuggee().declare(arguments.text("dstVariableName"), local);
        if (failure != null) throw new Refused(failure);
        return Map.of();
    }

    private Map<String, Object> source(Map<String, @Nullable Object> source) {
        var path = new Fields(source).text("path");
        var code = cells.get(path);
        if (code == null) throw new Refused("There is no cell " + path + ".");
        return Map.of("content", code, "mimeType", "text/x-java");
    }

    private Map<String, Object> goOn(Fields arguments, @Nullable Integer depth) {
        debugger().resume(arguments.number("threadId", Debugger.MAIN), depth);
        return depth == null ? Map.of("allThreadsContinued", true) : Map.of();
    }

    private synchronized Map<String, Object> disconnect() {
        if (debugger != null) debugger.release();
        started = false;
        references.clear();
        return Map.of();
    }

    private synchronized Debugger debugger() {
        if (debugger == null || !started) throw new Refused("The debugger is not attached: send attach first.");
        return debugger;
    }

    private Debuggee debuggee() { return debuggee.join(); }

    private VirtualMachine vm() {
        try {
            return vm.join();
        } catch (CompletionException e) {
            throw new Refused("This process cannot be debugged: " + e.getCause());
        }
    }
}
