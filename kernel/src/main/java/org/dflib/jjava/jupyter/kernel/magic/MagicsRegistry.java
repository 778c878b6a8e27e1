package org.dflib.jjava.jupyter.kernel.magic;

import java.util.List;
import java.util.Objects;
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
    interface Body {
        @Nullable
        Object run(List<String> args, @Nullable String below) throws Exception;
    }

    /// A magic that a notebook has added: on a line, over a cell, or both.
    private record Added(String name, @Nullable Body line, @Nullable Body cell) implements Magic {
        @Override
        public List<String> names() { return List.of(name); }

        @Override
        public boolean isLine() { return line != null; }

        @Override
        public boolean isCell() { return cell != null; }

        @Override
        public String usage() { return (isLine() ? "%" : "%%") + name; }

        @Override
        public String help() { return "a magic of this notebook's own"; }

        @Override
        public @Nullable Object run(Call call, Host host) throws Exception {
            var body = Objects.requireNonNull(call.body() == null ? line : cell);
            return host.interruptible(() -> body.run(call.words(), call.body()));
        }

        /// The same, with what another of the same name can do beside it.
        Added with(Added other) {
            return new Added(name, line == null ? other.line : line, cell == null ? other.cell : cell);
        }
    }

    @SuppressWarnings("unchecked") // The only kernel there is.
    public <K extends BaseKernel> MagicsRegistry registerLineMagic(String name, LineMagic<?, K> magic) {
        return add(new Added(name, (args, _) -> magic.eval((K) BaseKernel.notebookKernel(), args), null));
    }

    @SuppressWarnings("unchecked")
    public <K extends BaseKernel> MagicsRegistry registerCellMagic(String name, CellMagic<?, K> magic) {
        return add(new Added(name, null, (args, below) -> magic.eval((K) BaseKernel.notebookKernel(), args,
                below == null ? "" : below)));
    }

    private MagicsRegistry add(Added magic) {
        var before = Notebook.current().magics().stream()
                .filter(each -> each instanceof Added added && added.name.equals(magic.name)).findFirst();
        Notebook.current().addMagic(before.isPresent() ? magic.with((Added) before.get()) : magic);
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
