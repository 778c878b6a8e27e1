package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.jspecify.annotations.Nullable;

/// The session's magics, as IJava's notebooks reach them.
public class Magics {
    public void registerLineMagic(String name, LineMagicFunction<?> magic) {
        BaseKernel.notebookKernel().getMagicsRegistry().registerLineMagic(name, (_, args) -> magic.execute(args));
    }

    public void registerCellMagic(String name, CellMagicFunction<?> magic) {
        BaseKernel.notebookKernel().getMagicsRegistry().registerCellMagic(name,
                (_, args, body) -> magic.execute(args, body));
    }

    public <T extends LineMagicFunction<?> & CellMagicFunction<?>> void registerLineCellMagic(String name, T magic) {
        registerLineMagic(name, magic);
        registerCellMagic(name, magic);
    }

    /// Adds the methods of an object that are marked [LineMagic] or [CellMagic]. They take nothing, or the words and, over a
    /// cell, its text; where a method is both, its text is null on a line.
    public void registerMagics(Object magics) { registerMagics(magics.getClass(), magics); }

    /// Adds the static methods of a class that are marked so.
    public void registerMagics(Class<?> magics) { registerMagics(magics, null); }

    private void registerMagics(Class<?> type, @Nullable Object on) {
        for (var method : type.getDeclaredMethods()) {
            var line = method.getAnnotation(LineMagic.class);
            var cell = method.getAnnotation(CellMagic.class);
            if (line == null && cell == null) continue;
            check(method, cell != null, on);
            method.setAccessible(true);
            if (line != null) {
                LineMagicFunction<?> magic = args -> call(method, on, args, null);
                names(line.value(), line.aliases(), method).forEach(name -> registerLineMagic(name, magic));
            }
            if (cell != null) {
                CellMagicFunction<?> magic = (args, body) -> call(method, on, args, body);
                names(cell.value(), cell.aliases(), method).forEach(name -> registerCellMagic(name, magic));
            }
        }
    }

    private static Stream<String> names(String value, String[] aliases, Method method) {
        return Stream.concat(Stream.of(value.isEmpty() ? method.getName() : value), Arrays.stream(aliases));
    }

    private static void check(Method method, boolean ofCell, @Nullable Object on) {
        var takes = List.of(method.getParameterTypes());
        var wanted = ofCell ? List.of(List.class, String.class) : List.of(List.class);
        if (!takes.isEmpty() && !takes.equals(wanted)) {
            throw new IllegalArgumentException(
                    "a magic is written %s(List<String> args%s), or without parameters".formatted(
                            method.getName(), ofCell ? ", String body" : ""));
        }
        if (on == null && !Modifier.isStatic(method.getModifiers())) {
            throw new IllegalArgumentException(
                    method.getName() + " is not static: register an object of its class, registerMagics(new %s())"
                            .formatted(method.getDeclaringClass().getSimpleName()));
        }
    }

    @SuppressWarnings("NullAway") // A magic may give null.
    private static Object call(Method method, @Nullable Object on, List<String> args, @Nullable String body)
            throws Exception {
        try {
            return switch (method.getParameterCount()) {
                case 0 -> method.invoke(on);
                case 1 -> method.invoke(on, args);
                default -> method.invoke(on, args, body);
            };
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) throw error;
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // As theirs: the caller knows the magic.
    public <T> @Nullable T applyLineMagic(String name, List<String> args) {
        return BaseNotebookStatics.lineMagic(name, args);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // As theirs: the caller knows the magic.
    public <T> @Nullable T applyCellMagic(String name, List<String> args, String body) {
        return BaseNotebookStatics.cellMagic(name, args, body);
    }
}
