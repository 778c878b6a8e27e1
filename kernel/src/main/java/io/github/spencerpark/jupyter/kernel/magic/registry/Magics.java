package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.List;
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

    @SuppressWarnings("TypeParameterUnusedInFormals") // As theirs: the caller knows the magic.
    public <T> @Nullable T applyLineMagic(String name, List<String> args) {
        return BaseNotebookStatics.lineMagic(name, args);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // As theirs: the caller knows the magic.
    public <T> @Nullable T applyCellMagic(String name, List<String> args, String body) {
        return BaseNotebookStatics.cellMagic(name, args, body);
    }
}
