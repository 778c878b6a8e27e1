package org.dflib.jjava.jupyter.kernel.magic;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Notebook;
import sconce.kernel.session.magic.Call;
import sconce.kernel.session.magic.Host;
import sconce.kernel.session.magic.Magic;

/// The session's magics.
public class MagicsRegistry {
    /// A magic that a notebook has added.
    private record Added(String name, boolean isLine, boolean isCell, Body body) implements Magic {
        interface Body {
            @Nullable
            Object run(List<String> args, @Nullable String below) throws Exception;
        }

        @Override
        public List<String> names() { return List.of(name); }

        @Override
        public String usage() { return (isLine ? "%" : "%%") + name; }

        @Override
        public String help() { return "a magic of this notebook's own"; }

        @Override
        public @Nullable Object run(Call call, Host host) throws Exception {
            return host.interruptible(() -> body.run(call.words(), call.body()));
        }
    }

    @SuppressWarnings("unchecked") // The only kernel there is.
    public <K extends BaseKernel> MagicsRegistry registerLineMagic(String name, LineMagic<?, K> magic) {
        Notebook.current().addMagic(new Added(name, true, false,
                (args, _) -> magic.eval((K) BaseKernel.notebookKernel(), args)));
        return this;
    }

    @SuppressWarnings("unchecked")
    public <K extends BaseKernel> MagicsRegistry registerCellMagic(String name, CellMagic<?, K> magic) {
        Notebook.current().addMagic(new Added(name, false, true,
                (args, below) -> magic.eval((K) BaseKernel.notebookKernel(), args, below == null ? "" : below)));
        return this;
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // As theirs: the caller knows the magic.
    public <T, K extends BaseKernel> @Nullable T evalLineMagic(K kernel, String name,
            List<String> args) {
        return BaseNotebookStatics.lineMagic(name, args);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // As theirs: the caller knows the magic.
    public <T, K extends BaseKernel> @Nullable T evalCellMagic(K kernel, String name, List<String> args,
            String body) {
        return BaseNotebookStatics.cellMagic(name, args, body);
    }

    public Set<String> getLineMagicNames() {
        return Notebook.current().magics().stream().filter(Magic::isLine).flatMap(magic -> magic.names().stream())
                .collect(Collectors.toSet());
    }

    public Set<String> getCellMagicNames() {
        return Notebook.current().magics().stream().filter(Magic::isCell).flatMap(magic -> magic.names().stream())
                .collect(Collectors.toSet());
    }
}
