package sconce.kernel.jupyter.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.ArrayReference;
import com.sun.jdi.BooleanValue;
import com.sun.jdi.ByteValue;
import com.sun.jdi.CharValue;
import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.PrimitiveValue;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ShortValue;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.ExceptionEvent;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;

import sconce.kernel.session.Debuggee;

/// Lets cells' threads stand still and go on. Every event suspends its own thread alone: the threads that talk to Jupyter,
/// and this debugger itself, live in the same JVM.
final class Debugger {
    /// A line of a cell to stop at, when its condition (if any) holds.
    record Breakpoint(int line, @Nullable String condition) {}

    /// A frame of a cell's code.
    ///
    /// @param index among all frames of its thread
    record Frame(int thread, int index, String name, String path, int line) {}

    /// Told what happens; on a thread of the debugger's.
    interface Listener {
        void stopped(int thread, String reason, @Nullable String text);

        void continued(int thread);
    }

    /// JupyterLab asks for the thread 1, whatever there is.
    static final int MAIN = 1;

    private static final String CELLS = "REPL.$JShell$*";

    private final VirtualMachine vm;
    private final Debuggee debuggee;
    private final Function<String, String> pathOf;
    private final Listener listener;
    private final Map<String, List<Breakpoint>> breakpoints = new ConcurrentHashMap<>();
    private final Map<Integer, ThreadReference> stopped = new ConcurrentHashMap<>();
    private final Map<Long, Integer> numbers = new ConcurrentHashMap<>();
    private final ExecutorService decisions = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("jupyter-debugger-stops").daemon().factory());

    /// @param pathOf from a cell's text to the name that the front end has for it
    Debugger(VirtualMachine vm, Debuggee debuggee, Function<String, String> pathOf, Listener listener) {
        this.vm = vm;
        this.debuggee = debuggee;
        this.pathOf = pathOf;
        this.listener = listener;
        var prepared = vm.eventRequestManager().createClassPrepareRequest();
        prepared.addClassFilter(CELLS);
        prepared.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        prepared.enable();
        Thread.ofPlatform().name("jupyter-debugger-events").daemon().start(this::watch);
    }

    List<Integer> stoppedThreads() { return List.copyOf(stopped.keySet()); }

    Map<String, List<Breakpoint>> breakpoints() { return breakpoints; }

    /// Takes the place of all breakpoints in that cell.
    synchronized void setBreakpoints(String path, List<Breakpoint> wanted) {
        var requests = vm.eventRequestManager();
        requests.deleteEventRequests(requests.breakpointRequests().stream()
                .filter(each -> path.equals(each.getProperty("path"))).toList());
        if (wanted.isEmpty()) {
            breakpoints.remove(path);
            return;
        }
        breakpoints.put(path, wanted);
        for (var type : vm.allClasses()) {
            if (type.name().startsWith("REPL.") && type.isPrepared()) place(type, path);
        }
    }

    /// Stops (or no longer) where the code of a cell throws.
    synchronized void stopAtExceptions(boolean stop) {
        var requests = vm.eventRequestManager();
        requests.deleteEventRequests(List.copyOf(requests.exceptionRequests()));
        if (!stop) return;
        var request = requests.createExceptionRequest(null, true, true);
        request.addClassFilter(CELLS);
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.enable();
    }

    /// Lets the thread go on, to its next line when `depth` is one of [StepRequest]'s.
    void resume(int thread, @Nullable Integer depth) {
        var standing = take(thread);
        if (depth != null) step(standing, depth);
        listener.continued(number(standing));
        standing.resume();
    }

    /// No breakpoints, and nobody stands still any more.
    void release() {
        breakpoints.clear();
        var requests = vm.eventRequestManager();
        requests.deleteAllBreakpoints();
        requests.deleteEventRequests(List.copyOf(requests.exceptionRequests()));
        forgetSteps();
        for (var thread : stoppedThreads()) resume(thread, null);
    }

    /// A step that met no further line of the cell must not stop the next one.
    void forgetSteps() {
        var requests = vm.eventRequestManager();
        requests.deleteEventRequests(List.copyOf(requests.stepRequests()));
    }

    /// The frames of cells, innermost first.
    List<Frame> frames(int thread) {
        var standing = stopped.containsKey(thread) ? stopped.get(thread)
                : stopped.values().stream().findAny().orElse(null);
        if (standing == null) return List.of();
        try {
            var frames = new ArrayList<Frame>();
            var all = standing.frames();
            for (int i = 0; i < all.size(); i++) {
                var location = all.get(i).location();
                var source = debuggee.sourceOf(location.declaringType().name());
                if (source == null || location.lineNumber() <= 0) continue;
                // The session puts a cell's last expression into a lambda: that is one frame to people, not two.
                boolean wrapped = location.method().name().startsWith("do_it$") && !frames.isEmpty()
                        && frames.getLast().line == location.lineNumber() && frames.getLast().index >= i - 3;
                if (!wrapped) frames.add(new Frame(number(standing), i, nameOf(location), pathOf.apply(source),
                        location.lineNumber()));
            }
            return frames;
        } catch (IncompatibleThreadStateException e) {
            return List.of(); // it has gone on in the meantime
        }
    }

    /// What is known in a frame: `this`, then the local variables; the very objects.
    List<Debuggee.Variable> locals(int thread, int index) {
        var standing = stopped.get(thread);
        if (standing == null) return List.of();
        try {
            var frame = standing.frame(index);
            var names = new ArrayList<String>();
            var types = new ArrayList<String>();
            var values = new ArrayList<@Nullable Value>();
            if (frame.thisObject() != null) {
                names.add("this");
                types.add(frame.location().declaringType().name());
                values.add(frame.thisObject());
            }
            for (var variable : visible(frame)) {
                if (variable.name().contains("$")) continue;
                names.add(variable.name());
                types.add(variable.typeName());
                values.add(frame.getValue(variable));
            }
            var objects = take(values);
            var locals = new ArrayList<Debuggee.Variable>();
            for (int i = 0; i < names.size(); i++)
                locals.add(new Debuggee.Variable(names.get(i), types.get(i), objects.get(i)));
            return locals;
        } catch (IncompatibleThreadStateException e) {
            return List.of();
        }
    }

    private static List<com.sun.jdi.LocalVariable> visible(StackFrame frame) {
        try {
            return frame.visibleVariables();
        } catch (AbsentInformationException e) {
            return List.of();
        }
    }

    /// The objects that the debugger's mirrors stand for: this is their own JVM, so it only has to be told to put them
    /// into an array.
    private synchronized List<@Nullable Object> take(List<@Nullable Value> values) {
        Debuggee.makeSlots(values.size());
        var type = vm.classesByName(Debuggee.class.getName()).getFirst();
        var array = (ArrayReference) type.getValue(type.fieldByName(Debuggee.slotsField()));
        var objects = new ArrayList<@Nullable Object>();
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value instanceof PrimitiveValue primitive) {
                objects.add(boxed(primitive));
                continue;
            }
            try {
                if (value instanceof ObjectReference reference) array.setValue(i, reference);
                objects.add(Debuggee.slot(i));
            } catch (InvalidTypeException | ClassNotLoadedException e) {
                throw new IllegalStateException("an array of objects takes any", e);
            }
        }
        Debuggee.makeSlots(0);
        return objects;
    }

    private static Object boxed(PrimitiveValue value) {
        return switch (value) {
            case BooleanValue each -> each.value();
            case CharValue each -> each.value();
            case ByteValue each -> each.value();
            case ShortValue each -> each.value();
            case com.sun.jdi.IntegerValue each -> each.value();
            case com.sun.jdi.LongValue each -> each.value();
            case com.sun.jdi.FloatValue each -> each.value();
            default -> value.doubleValue();
        };
    }

    private String nameOf(Location location) {
        var type = location.declaringType().name().replaceFirst("^REPL\\.\\$JShell\\$\\w+\\$?", "").replace('$', '.');
        var method = location.method().name().replaceFirst("^lambda\\$(.*)\\$\\d+$", "$1");
        if (method.endsWith("do_it$")) return debuggee.cellOf(location.declaringType().name());
        return type.isEmpty() ? method : type + "." + method;
    }

    private ThreadReference take(int thread) {
        var number = stopped.containsKey(thread) ? Integer.valueOf(thread)
                : stopped.keySet().stream().findAny().orElse(null);
        var standing = number == null ? null : stopped.remove(number);
        if (standing == null) throw new IllegalStateException("no thread stands still");
        return standing;
    }

    private void step(ThreadReference thread, int depth) {
        var requests = vm.eventRequestManager();
        requests.deleteEventRequests(
                requests.stepRequests().stream().filter(each -> each.thread().equals(thread)).toList());
        var request = requests.createStepRequest(thread, StepRequest.STEP_LINE, depth);
        request.addClassFilter(CELLS);
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.enable();
    }

    private int number(ThreadReference thread) {
        if (thread.name().equals(debuggee.mainThread())) return MAIN;
        return numbers.computeIfAbsent(thread.uniqueID(), _ -> numbers.size() + MAIN + 1);
    }

    private void watch() {
        try {
            while (true) {
                var set = vm.eventQueue().remove();
                boolean goOn = true;
                for (var event : set) goOn &= !keeps(event);
                if (goOn) set.resume();
            }
        } catch (InterruptedException | VMDisconnectedException e) {
            Thread.currentThread().interrupt(); // the process ends
        }
    }

    /// Whether the event's thread has to wait; what it waits for is decided elsewhere, since that may need classes, and
    /// each new class is an event.
    private boolean keeps(Event event) {
        if (event instanceof ClassPrepareEvent prepared) {
            var source = debuggee.sourceOf(prepared.referenceType().name());
            if (source != null) place(prepared.referenceType(), pathOf.apply(source));
            return false;
        }
        if (!(event instanceof LocatableEvent located)) return false;
        var name = located.thread().name();
        if (name.startsWith("jupyter-") || name.equals(debuggee.ownThread())) return false;
        decisions.execute(() -> decide(located));
        return true;
    }

    private void decide(LocatableEvent event) {
        var thread = event.thread();
        Integer depth = null;
        if (event instanceof StepEvent step) {
            depth = ((StepRequest) step.request()).depth();
            vm.eventRequestManager().deleteEventRequest(step.request());
        }
        if (!(event instanceof ExceptionEvent) && isInnerHalf(thread, event.location())) {
            if (depth != null) step(thread, depth);
            thread.resume();
            return;
        }
        int number = number(thread);
        stopped.put(number, thread);
        if (event.request().getProperty("condition") instanceof String condition && !holds(condition, number)) {
            stopped.remove(number);
            thread.resume();
            return;
        }
        forget(thread);
        if (event instanceof ExceptionEvent exception)
            listener.stopped(number, "exception", exception.exception().referenceType().name());
        else
            listener.stopped(number, event instanceof StepEvent ? "step" : "breakpoint", null);
    }

    private void forget(ThreadReference thread) {
        var requests = vm.eventRequestManager();
        requests.deleteEventRequests(
                requests.stepRequests().stream().filter(each -> each.thread().equals(thread)).toList());
    }

    /// One that cannot be evaluated stops: that is how its author hears of it.
    private boolean holds(String condition, int thread) {
        var result = debuggee.evaluate(condition, locals(thread, 0));
        return !Boolean.FALSE.equals(result.value());
    }

    /// Whether this is the lambda around a cell's last expression, on the line of the cell that has just been stopped at.
    private static boolean isInnerHalf(ThreadReference thread, Location at) {
        try {
            if (!at.method().name().startsWith("lambda$do_it$")) return false;
            int outermost = Math.min(4, thread.frameCount()) - 1;
            for (int i = 1; i < outermost; i++) {
                if (thread.frame(i).location().method().name().matches("\\$(?:value|ignore)"))
                    return thread.frame(i + 1).location().lineNumber() == at.lineNumber();
            }
            return false;
        } catch (IncompatibleThreadStateException e) {
            return false;
        }
    }

    private synchronized void place(ReferenceType type, String path) {
        var source = debuggee.sourceOf(type.name());
        if (source == null || !pathOf.apply(source).equals(path)) return;
        for (var breakpoint : breakpoints.getOrDefault(path, List.of())) {
            var first = new HashMap<com.sun.jdi.Method, Location>();
            try {
                for (var location : type.locationsOfLine(breakpoint.line))
                    first.merge(location.method(), location, (a, b) -> a.codeIndex() <= b.codeIndex() ? a : b);
            } catch (AbsentInformationException e) {
                continue; // a class without lines
            }
            for (var location : first.values()) {
                var request = vm.eventRequestManager().createBreakpointRequest(location);
                request.putProperty("path", path);
                if (breakpoint.condition != null) request.putProperty("condition", breakpoint.condition);
                request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
                request.enable();
            }
        }
    }
}
