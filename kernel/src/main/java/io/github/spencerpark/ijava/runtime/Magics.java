package io.github.spencerpark.ijava.runtime;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.jspecify.annotations.Nullable;

/// What IJava's notebooks run magics by.
public class Magics {
    private Magics() {}

    @SuppressWarnings("TypeParameterUnusedInFormals") // As theirs: the caller knows the magic.
    public static <T> @Nullable T lineMagic(String name, List<String> args) {
        return BaseNotebookStatics.lineMagic(name, args);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // As theirs: the caller knows the magic.
    public static <T> @Nullable T cellMagic(String name, List<String> args, String body) {
        return BaseNotebookStatics.cellMagic(name, args, body);
    }
}
