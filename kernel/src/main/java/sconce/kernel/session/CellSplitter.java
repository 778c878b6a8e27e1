package sconce.kernel.session;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
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
        try {
            // Nothing but syntax is looked at: without a class path, javac does not search it for its plug-ins each time.
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A piece whose bounds are known and whose kind is not; `text` has no comments.
    private record Part(String text, int start, int end, boolean bare, boolean parses) {
        boolean isImport() {
            return text.startsWith("import") && !Character.isJavaIdentifierPart(text.charAt("import".length()));
        }

        Piece as(Piece.Kind kind) { return new Piece(kind, start, end, List.of()); }
    }

    /// What the cell is if it is a single expression and nothing else, as most short ones are; null where it is more, or
    /// where that takes a parser to tell. Whether it is right the compiler says, which then has been asked once in all.
    static @Nullable Piece likelyExpression(String code) {
        int start = skipBlank(code, 0);
        int end = trimEnd(code, start, code.length());
        int depth = 0;
        for (int at = start; at < end && depth >= 0; at++) {
            switch (code.charAt(at)) {
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case ';', '{', '}', '=', '\\', '\'' -> depth = -1;
                case '/' -> depth = code.startsWith("//", at) || code.startsWith("/*", at) ? -1 : depth;
                case '"' -> {
                    // In a text nothing counts; one of several lines, or one that does not end here, is for the parser.
                    int close = code.indexOf('"', at + 1);
                    boolean isPlain = close > at + 1
                            && code.substring(at, close).chars().noneMatch(c -> c == '\\' || c == '\n');
                    if (!isPlain) return null;
                    at = close;
                }
                default -> {
                }
            }
        }
        return depth == 0 && start < end ? new Piece(Piece.Kind.EXPRESSION, start, end, List.of()) : null;
    }

    /// The cell's parts in their order; comments outside of them are in none.
    List<Piece> split(String code) {
        var parts = parts(code);
        // One round of the parser for all that are what most are: statements and variables.
        var blocks = parseBlocks(parts.stream().filter(p -> p.parses && !p.bare && !p.isImport()).toList());
        var pieces = new ArrayList<Piece>();
        for (var part : parts) {
            var block = blocks.get(part);
            pieces.add(block != null ? statement(block, part) : classify(part));
        }
        return pieces;
    }

    private List<Part> parts(String code) {
        var blanked = Comments.blank(code);
        var parts = new ArrayList<Part>();
        for (int at = skipBlank(blanked, 0); at < code.length(); at = skipBlank(blanked, at)) {
            int start = at;
            var info = analysis.analyzeCompletion(code.substring(start));
            boolean parses = switch (info.completeness()) {
                case COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE, EMPTY -> true;
                case DEFINITELY_INCOMPLETE, UNKNOWN -> false;
            };
            boolean complete = info.completeness() == SourceCodeAnalysis.Completeness.COMPLETE;
            int next = complete ? code.length() - info.remaining().length() : code.length();
            at = Math.max(next, start + 1);
            int end = trimEnd(blanked, start, next);
            var text = blanked.substring(start, end);
            if (!text.isEmpty() && !text.equals(";")) {
                parts.add(new Part(text, start, end, isBare(text, complete), parses));
            }
        }
        return parts;
    }

    /// Those parts that may stand in a block, as blocks; nothing when one of them may not.
    private Map<Part, BlockTree> parseBlocks(List<Part> parts) {
        var text = new StringBuilder("class $ {\n");
        for (int i = 0; i < parts.size(); i++) {
            text.append("void $").append(i).append("() {\n").append(parts.get(i).text).append("\n}\n");
        }
        var parsed = parts.isEmpty() ? null : parse(text.append('}').toString());
        var blocks = new HashMap<Part, BlockTree>();
        if (parsed != null && parsed.getMembers().size() == parts.size()) {
            for (int i = 0; i < parts.size(); i++) {
                if (parsed.getMembers().get(i) instanceof MethodTree method && method.getBody() != null) {
                    blocks.put(parts.get(i), method.getBody());
                }
            }
        }
        return blocks;
    }

    /// Whether a semicolon is missing that a statement would need.
    private static boolean isBare(String text, boolean complete) {
        return !text.endsWith(";") && !(text.endsWith("}") && complete);
    }

    private Piece classify(Part part) {
        if (!part.parses) {
            return part.as(Piece.Kind.ERRONEOUS);
        }
        if (part.isImport()) {
            return part.as(Piece.Kind.IMPORT);
        }
        if (part.bare) {
            var value = parse("class $ { Object $ =\n" + part.text + "\n; }");
            if (value != null && value.getMembers().size() == 1
                    && value.getMembers().getFirst() instanceof VariableTree variable
                    && variable.getInitializer() != null && !isDeclaration(variable.getInitializer())) {
                return part.as(
                        isAssignment(variable.getInitializer()) ? Piece.Kind.BARE_STATEMENT : Piece.Kind.EXPRESSION);
            }
        }
        var semicolon = part.bare ? ";" : "";
        var inBlock = parse("class $ { void $() {\n" + part.text + semicolon + "\n} }");
        if (inBlock != null && inBlock.getMembers().size() == 1
                && inBlock.getMembers().getFirst() instanceof MethodTree method && method.getBody() != null) {
            return statement(method.getBody(), part);
        }
        var asMember = parse("class $ {\n" + part.text + semicolon + "\n}");
        if (asMember != null && !asMember.getMembers().isEmpty()) {
            return declaration(part, asMember.getMembers());
        }
        var value = part.text.endsWith(";") ? part.text.substring(0, part.text.length() - 1) : part.text;
        if (parse("class $ { Object $ =\n" + value + "\n; }") == null) {
            return part.as(Piece.Kind.ERRONEOUS);
        }
        return part.text.endsWith(";")
                ? new Piece(Piece.Kind.MUTED_EXPRESSION, part.start, part.end - 1, List.of())
                : part.as(Piece.Kind.EXPRESSION);
    }

    private static Piece statement(BlockTree body, Part part) {
        var statements = body.getStatements().stream().filter(s -> !(s instanceof EmptyStatementTree)).toList();
        if (!statements.isEmpty() && statements.getFirst() instanceof VariableTree) {
            return declaration(part, statements);
        }
        if (!statements.isEmpty() && statements.getFirst() instanceof ClassTree) {
            return part.as(Piece.Kind.DECLARATION);
        }
        return part.as(part.bare ? Piece.Kind.BARE_STATEMENT : Piece.Kind.STATEMENT);
    }

    private static Piece declaration(Part part, List<? extends Tree> declared) {
        var names = declared.stream().filter(VariableTree.class::isInstance)
                .map(v -> ((VariableTree) v).getName().toString()).toList();
        return new Piece(names.isEmpty() ? Piece.Kind.DECLARATION : Piece.Kind.VARIABLE, part.start, part.end, names);
    }

    /// Whether this is no expression but a variable of a generic type: `List<String> names = ..` parses as two comparisons,
    /// which can be neither right nor assigned to.
    private static boolean isDeclaration(Tree tree) {
        return tree instanceof AssignmentTree assignment
                ? assignment.getVariable() instanceof BinaryTree
                : tree instanceof BinaryTree second && second.getLeftOperand().getKind() == Tree.Kind.LESS_THAN
                        && (second.getKind() == Tree.Kind.GREATER_THAN || second.getKind() == Tree.Kind.LESS_THAN);
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
