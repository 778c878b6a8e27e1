package sconce.kernel.session;

import static sconce.kernel.session.ShellInternals.call;
import static sconce.kernel.session.ShellInternals.constructor;
import static sconce.kernel.session.ShellInternals.is;
import static sconce.kernel.session.ShellInternals.make;
import static sconce.kernel.session.ShellInternals.method;
import static sconce.kernel.session.ShellInternals.type;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.Snippet;

/// Compiles what is most likely right: straight to classes, in the one round of the compiler that this takes. JShell
/// itself has the compiler look for errors first, and compiles in a second round what has none.
///
/// Only for snippets that replace nothing and that nothing refers to: for others JShell's first round finds out more
/// than errors.
final class OnePass {
    private final Object eval;
    private final Object factory;
    private final Class<?> worker;
    private final Method compile;
    private final Method compileTask;
    private final Method classNames;
    private final Method diagnostics;
    private final Constructor<?> noDiagnostics;
    private final Method ofUnit;
    private final Method setDiagnostics;
    private final Method setStatus;
    private final Method classesToLoad;
    private final Method redefine;
    private final Method load;
    private final Method finish;
    private final Method outerWrap;
    private final Field snippet;

    OnePass(Object eval, Object factory) throws ReflectiveOperationException {
        this.eval = eval;
        this.factory = factory;
        var unit = type("Unit");
        var task = type("TaskFactory$CompileTask");
        var wrap = type("OuterWrap");
        worker = type("TaskFactory$Worker");
        compile = method(factory.getClass(), "compile", Collection.class, worker);
        compileTask = method(task, "compile");
        classNames = method(task, "classList", wrap);
        diagnostics = method(task.getSuperclass(), "getDiagnostics");
        noDiagnostics = constructor(type("DiagList"));
        ofUnit = method(type("DiagList"), "ofUnit", unit);
        setDiagnostics = method(unit, "setDiagnostics", type("DiagList"));
        setStatus = method(unit, "setStatus", type("TaskFactory$AnalyzeTask"));
        classesToLoad = method(unit, "classesToLoad", List.class);
        redefine = method(unit, "doRedefines");
        load = method(eval.getClass(), "load", Collection.class);
        finish = method(unit, "finish");
        outerWrap = method(Snippet.class, "outerWrap");
        snippet = ShellInternals.field(unit, "si");
    }

    /// False where the compiler has something against it, or where a class of that name is there already, as of a variable
    /// that was dropped: then nothing has been noted, and JShell's own way is still open.
    boolean compile(Collection<?> units) {
        var wraps = units.stream().map(this::wrapOf).toList();
        var asWorker = Proxy.newProxyInstance(worker.getClassLoader(), new Class<?>[] { worker },
                (_, _, arguments) -> compile(units, arguments[0]));
        return is(compile, factory, wraps, asWorker);
    }

    /// Takes as it is what needs no class.
    void accept(Object unit) {
        call(setDiagnostics, unit, make(noDiagnostics));
        call(setStatus, unit, (Object) null);
        call(finish, unit);
    }

    private boolean compile(Collection<?> units, Object task) {
        if (!is(compileTask, task)) return false;
        var found = call(diagnostics, task);
        Set<Object> classes = new HashSet<>();
        for (var unit : units) {
            call(setDiagnostics, unit, call(ofUnit, found, unit));
            call(setStatus, unit, (Object) null);
            var names = call(classNames, task, wrapOf(unit));
            ((Stream<?>) Objects.requireNonNull(call(classesToLoad, unit, names))).forEach(classes::add);
        }
        call(load, eval, classes);
        for (var unit : units) {
            if (!is(redefine, unit)) return false;
        }
        units.forEach(unit -> call(finish, unit));
        return true;
    }

    private Object wrapOf(Object unit) {
        try {
            return Objects.requireNonNull(call(outerWrap, snippet.get(unit)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
