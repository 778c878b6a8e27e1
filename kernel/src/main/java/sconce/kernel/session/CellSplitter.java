package sconce.kernel.session;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;

/// Takes a cell apart into what JShell calls snippets. Where one ends is JShell's answer; what it is, javac's parser's.
final class CellSplitter {
    private final SourceCodeAnalysis analysis;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);

    CellSplitter(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /// The cell's parts in their order; comments outside of them are in none.
    List<Piece> split(String code) {
        var blanked = Comments.blank(code);
        var pieces = new ArrayList<Piece>();
        for (int at = 0; at < code.length();) {
            int start = skipBlank(blanked, at);
            if (start == code.length()) {
                break;
            }
            var info = analysis.analyzeCompletion(code.substring(start));
            int end = code.length();
            boolean parses = true;
            switch (info.completeness()) {
                case COMPLETE -> end = code.length() - info.remaining().length();
                case COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE, EMPTY -> {
                }
                case DEFINITELY_INCOMPLETE, UNKNOWN -> parses = false;
            }
            at = Math.max(end, start + 1);
            end = trimEnd(blanked, start, end);
            if (!parses) {
                pieces.add(new Piece(Piece.Kind.ERRONEOUS, start, end, List.of()));
            } else if (end > start) {
                var text = blanked.substring(start, end);
                if (!text.equals(";")) {
                    pieces.add(classify(text, start, end, isBare(text, info.completeness())));
                }
            }
        }
        return pieces;
    }

    /// Whether a semicolon is missing that a statement would need.
    private static boolean isBare(String text, SourceCodeAnalysis.Completeness completeness) {
        return !text.endsWith(";")
                && !(text.endsWith("}") && completeness == SourceCodeAnalysis.Completeness.COMPLETE);
    }

    private Piece classify(String text, int start, int end, boolean bare) {
        if (text.startsWith("import") && !Character.isJavaIdentifierPart(text.charAt(6))) {
            return new Piece(Piece.Kind.IMPORT, start, end, List.of());
        }
        if (bare) {
            var value = parse("class $ { Object $ =\n" + text + "\n; }");
            if (value != null && value.getMembers().size() == 1
                    && value.getMembers().getFirst() instanceof VariableTree variable
                    && variable.getInitializer() != null) {
                return new Piece(isAssignment(variable.getInitializer())
                        ? Piece.Kind.BARE_STATEMENT
                        : Piece.Kind.EXPRESSION, start, end, List.of());
            }
        }
        var inBlock = parse("class $ { void $() {\n" + text + (bare ? ";" : "") + "\n} }");
        if (inBlock != null && inBlock.getMembers().size() == 1
                && inBlock.getMembers().getFirst() instanceof MethodTree method && method.getBody() != null) {
            return statement(method.getBody(), start, end, bare);
        }
        var asMember = parse("class $ {\n" + text + (bare ? ";" : "") + "\n}");
        if (asMember != null && !asMember.getMembers().isEmpty()) {
            return member(asMember.getMembers(), start, end);
        }
        var unfinished = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
        if (parse("class $ { Object $ =\n" + unfinished + "\n; }") != null) {
            return text.endsWith(";")
                    ? new Piece(Piece.Kind.MUTED_EXPRESSION, start, end - 1, List.of())
                    : new Piece(Piece.Kind.EXPRESSION, start, end, List.of());
        }
        return new Piece(Piece.Kind.ERRONEOUS, start, end, List.of());
    }

    private static Piece statement(BlockTree body, int start, int end, boolean bare) {
        var statements = body.getStatements().stream().filter(s -> !(s instanceof EmptyStatementTree)).toList();
        if (statements.isEmpty()) {
            return new Piece(Piece.Kind.STATEMENT, start, end, List.of());
        }
        StatementTree first = statements.getFirst();
        if (first instanceof VariableTree) {
            var names = statements.stream().filter(VariableTree.class::isInstance)
                    .map(s -> ((VariableTree) s).getName().toString()).toList();
            return new Piece(Piece.Kind.VARIABLE, start, end, names);
        }
        if (first instanceof ClassTree) {
            return new Piece(Piece.Kind.DECLARATION, start, end, List.of());
        }
        return new Piece(bare ? Piece.Kind.BARE_STATEMENT : Piece.Kind.STATEMENT, start, end, List.of());
    }

    private static Piece member(List<? extends Tree> members, int start, int end) {
        var names = members.stream().filter(VariableTree.class::isInstance)
                .map(m -> ((VariableTree) m).getName().toString()).toList();
        return new Piece(names.isEmpty() ? Piece.Kind.DECLARATION : Piece.Kind.VARIABLE, start, end, names);
    }

    private static boolean isAssignment(Tree tree) {
        return tree instanceof AssignmentTree || tree instanceof CompoundAssignmentTree;
    }

    /// The one class of this text, or null when it does not parse.
    private @Nullable ClassTree parse(String text) {
        var source = new SimpleJavaFileObject(URI.create("cell:///$.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) { return text; }
        };
        var failed = new AtomicBoolean();
        var task = (JavacTask) compiler.getTask(Writer.nullWriter(), files, diagnostic -> {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                failed.set(true);
            }
        }, List.of("-proc:none"), null, List.of(source));
        try {
            for (CompilationUnitTree unit : task.parse()) {
                return !failed.get() && unit.getTypeDecls().size() == 1
                        && unit.getTypeDecls().getFirst() instanceof ClassTree type ? type : null;
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int skipBlank(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int trimEnd(String text, int start, int end) {
        int at = end;
        while (at > start && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
