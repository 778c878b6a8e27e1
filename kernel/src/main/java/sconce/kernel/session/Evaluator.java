package sconce.kernel.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.magic.Call;
import sconce.kernel.session.magic.Host;
import sconce.kernel.session.magic.MagicCell;
import sconce.kernel.session.magic.MagicException;

/// Runs one cell: its declarations one by one, and between them whole runs of statements as one block, because what a
/// snippet costs is the compiler's round, not its length.
///
/// A run of statements that does not compile runs not at all; what stands before it in the cell has run. Variables keep
/// the value they had when their new initialiser fails.
final class Evaluator {
    private static final Pattern WORD = Pattern.compile("[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*");

    private final Jshell shell;
    private final CellSplitter splitter;
    private final Evaluation evaluation;
    private final CellId cell;
    private final String written;
    private final MagicCell magics;
    /// What is Java in the cell.
    private final String text;
    private final Map<Piece, Call> calls = new HashMap<>();
    private final List<Piece> waiting = new ArrayList<>();
    private final List<Snippet> incomplete = new ArrayList<>();
    private boolean unresolved;
    private boolean rendering;

    Evaluator(Jshell shell, CellSplitter splitter, Evaluation evaluation, String text) {
        this(shell, splitter, evaluation, evaluation.cell, text);
    }

    /// @param cell how errors call the text
    Evaluator(Jshell shell, CellSplitter splitter, Evaluation evaluation, CellId cell, String text) {
        this.shell = shell;
        this.splitter = splitter;
        this.evaluation = evaluation;
        this.cell = cell;
        written = text;
        magics = MagicCell.read(text, shell.workplace.magics, name -> shell.declaredNames().contains(name));
        this.text = magics.java();
    }

    Result evaluate() {
        HeapShortage.prepare();
        try {
            run();
            return new Result.Value(rendered());
        } catch (CellFailure failure) {
            return failure.result;
        } catch (Throwable thrown) {
            if (HeapShortage.isReason(thrown)) makeRoom();
            var traceback = new Traceback(shell, thrown, !rendering);
            return evaluation.isStopped() ? traceback.interrupted() : traceback.failure();
        }
    }

    /// Runs it; its value is the evaluation's then.
    void run() throws Throwable {
        var expression = magics.parts().size() == 1 && magics.parts().getFirst() instanceof MagicCell.Part.Java
                ? CellSplitter.likelyExpression(text)
                : null;
        var declared = expression == null ? null : shell.declareAtOnce(cell, text, blockSource(List.of(expression)));
        if (declared != null) {
            for (var invocation : declared.invocations()) {
                run(invocation);
            }
            return;
        }
        var pieces = pieces();
        for (int i = 0; i < pieces.size(); i++) {
            waiting.add(i == pieces.size() - 1 ? pieces.get(i) : pieces.get(i).muted());
        }
        while (!waiting.isEmpty()) {
            step();
        }
        tellUnresolved();
    }

    /// Even looking for what to let go of may need more room than there is; each try leaves more.
    private void makeRoom() {
        evaluation.takeValue();
        for (int tries = 0; tries < 3; tries++) {
            try {
                var mentioned = WORD.matcher(text).results().map(MatchResult::group).distinct().toList();
                var declared = mentioned.stream().filter(name -> shell.isOfCell(name, cell)).toList();
                var told = HeapShortage.relieve(shell, declared, mentioned);
                if (told != null) evaluation.front.stderr(told);
                return;
            } catch (OutOfMemoryError e) {
                System.gc();
            }
        }
    }

    /// Java and magics in their order; nothing runs when any of the Java does not parse.
    private List<Piece> pieces() throws CellFailure {
        var pieces = new ArrayList<Piece>();
        for (var part : magics.parts()) {
            switch (part) {
                case MagicCell.Part.Java(var java) -> pieces.addAll(shell.locked(_ -> splitter.split(java)));
                case MagicCell.Part.Line(var call) -> {
                    var piece = new Piece(Piece.Kind.MAGIC, call.start(), call.end(), List.of());
                    calls.put(piece, call);
                    pieces.add(piece);
                }
            }
        }
        for (var piece : pieces) {
            if (piece.kind() == Piece.Kind.ERRONEOUS) throw rejected(List.of(piece));
        }
        return pieces;
    }

    private void magic(Piece piece) throws Throwable {
        var value = new MagicHost(shell, splitter, evaluation, cell).run(Objects.requireNonNull(calls.get(piece)),
                written);
        evaluation.ofMagic = value;
        if (waiting.isEmpty() && value != null) evaluation.giveValue(value);
    }

    /// Its statements as a loop, compiled once; nothing of it has run.
    Host.Loop loop() throws Throwable {
        var pieces = pieces();
        for (var piece : pieces) {
            if (!piece.isExecutable()) {
                throw new MagicException("only statements and expressions can be timed over and over: declare before");
            }
        }
        if (pieces.isEmpty()) throw new MagicException("there is nothing to time: %timeit model.call(x)");
        var run = pieces.stream().map(Piece::muted).toList();
        var source = blockSource(run, "{ for (long $i = 0, $n = $loops(); $i < $n; $i++) { ", " } }");
        var declared = declareBlock(source);
        if (declared.isRejected()) throw rejected(run);
        return times -> {
            evaluation.loops = times;
            long start = System.nanoTime();
            for (var invocation : declared.invocations()) run(invocation);
            return System.nanoTime() - start;
        };
    }

    /// Rendering calls the user's `toString`: it can be interrupted like the cell itself.
    private @Nullable Displayed rendered() {
        if (!evaluation.hasValue) {
            return null;
        }
        rendering = true;
        evaluation.enterUserCode();
        try {
            return Rendering.result(evaluation.value);
        } finally {
            evaluation.leaveUserCode();
        }
    }

    private void step() throws Throwable {
        var first = waiting.getFirst();
        if (first.kind() == Piece.Kind.MAGIC) {
            if (unresolved) declareAhead();
            waiting.remove(first);
            magic(first);
            return;
        }
        if (!first.isExecutable()) {
            if (first.kind() == Piece.Kind.VARIABLE) {
                if (unresolved) {
                    declareAhead();
                }
                variables(takeVariables());
            } else {
                declarations(takeDeclarations());
            }
            return;
        }
        if (unresolved) {
            declareAhead();
        }
        var run = new ArrayList<Piece>();
        while (!waiting.isEmpty() && waiting.getFirst().isExecutable()) {
            run.add(waiting.removeFirst());
        }
        block(run);
    }

    private List<Piece> takeDeclarations() {
        var taken = new ArrayList<Piece>();
        while (!waiting.isEmpty() && (waiting.getFirst().kind() == Piece.Kind.DECLARATION
                || waiting.getFirst().kind() == Piece.Kind.IMPORT)) {
            taken.add(waiting.removeFirst());
        }
        return taken;
    }

    /// Types and methods; variables keep their values whatever becomes of what these replace.
    private void declarations(List<Piece> pieces) throws Throwable {
        shell.hold();
        try {
            var before = redefinition();
            try {
                for (var piece : pieces) {
                    declaration(piece);
                }
            } finally {
                before.restore(Set.of(), declaredFurtherDown());
            }
        } finally {
            shell.letGo();
        }
    }

    private Redefinition redefinition() {
        return new Redefinition(shell, evaluation, declared -> {
            for (var invocation : declared.invocations()) {
                run(invocation);
            }
        });
    }

    private Set<String> declaredFurtherDown() {
        return waiting.stream().flatMap(p -> p.names().stream()).collect(Collectors.toSet());
    }

    private void declaration(Piece piece) throws CellFailure {
        var source = slice(piece);
        var declared = declare(source);
        if (declared.isRejected()) {
            throw rejected(piece, source, declared);
        }
        note(declared);
    }

    private void note(Jshell.Declared declared) {
        var recoverable = declared.snippets().stream().filter(shell::isRecoverable).toList();
        unresolved |= !recoverable.isEmpty();
        incomplete.addAll(recoverable);
    }

    /// A class may use what a later cell declares; more often it is a slip, so it is said.
    private void tellUnresolved() {
        for (var snippet : incomplete) {
            for (var missing : shell.isRecoverable(snippet) ? shell.unresolvedNames(snippet) : List.<String>of()) {
                var near = Hints.meant(missing, text, shell);
                evaluation.front.stderr("%s waits for %s, which is not declared yet%s%n".formatted(
                        ((DeclarationSnippet) snippet).name(), missing,
                        near == null ? "" : " (" + near + ")"));
            }
        }
    }

    /// Something declared so far refers to what is not: as in a Java file, it may stand further down.
    private boolean declareAhead() throws Throwable {
        var ahead = waiting.stream().filter(p -> p.kind() == Piece.Kind.DECLARATION).toList();
        waiting.removeAll(ahead);
        declarations(ahead);
        unresolved = false;
        return !ahead.isEmpty();
    }

    /// Declarations of variables that follow one another, in one round of the compiler where that changes nothing.
    private void variables(List<Piece> pieces) throws Throwable {
        if (pieces.size() == 1) {
            variable(pieces.getFirst());
            return;
        }
        var before = old(pieces);
        var declared = declareTogether(pieces, before);
        if (declared == null) {
            for (var piece : pieces) {
                variable(piece);
            }
            return;
        }
        run(declared, before);
        names(pieces).forEach(shell.creations::remove);
    }

    /// What is to be run, or null where they must be declared one by one: then all is as it was.
    private Jshell.@Nullable Declared declareTogether(List<Piece> pieces, Map<String, Old> before) throws Throwable {
        shell.hold();
        try {
            var others = redefinition();
            var declared = shell.declareTogether(cell, text, pieces.stream().map(this::slice).toList(),
                    snippets -> snippets.stream().allMatch(s -> s instanceof VarSnippet v && keepsType(v, before)));
            if (declared == null) {
                return null;
            }
            others.restore(names(pieces), declaredFurtherDown());
            if (isRefused(declared)) {
                restore(before, declared.snippets());
                return null;
            }
            // What an initialiser calls may read a variable further down: it still has its old value there.
            for (var snippet : declared.snippets()) {
                var old = snippet instanceof VarSnippet v ? before.get(v.name()) : null;
                if (old != null) {
                    shell.setValue((VarSnippet) snippet, old.value);
                }
            }
            note(declared);
            return declared;
        } finally {
            shell.letGo();
        }
    }

    private static Set<String> names(List<Piece> pieces) {
        return pieces.stream().flatMap(p -> p.names().stream()).collect(Collectors.toSet());
    }

    /// JShell takes a variable of a type it does not know, and drops the one there was: here that is an error.
    private boolean isRefused(Jshell.Declared declared) {
        return declared.isRejected() || declared.snippets().stream().anyMatch(s -> !shell.isDefined(s));
    }

    private static boolean keepsType(VarSnippet variable, Map<String, Old> before) {
        if (DenotableType.isMissing(variable)) return false;
        var old = before.get(variable.name());
        return old == null || old.snippet.typeName().equals(variable.typeName());
    }

    /// As many of the next declarations as do not mention what one of them declares further down.
    private List<Piece> takeVariables() {
        var taken = new ArrayList<Piece>();
        var mentioned = new HashSet<String>();
        while (!waiting.isEmpty() && waiting.getFirst().kind() == Piece.Kind.VARIABLE) {
            var piece = waiting.getFirst();
            var words = WORD.matcher(text.substring(piece.start(), piece.end())).results().map(MatchResult::group)
                    .toList();
            boolean early = piece.names().stream().anyMatch(mentioned::contains);
            boolean itself = piece.names().stream().anyMatch(n -> Collections.frequency(words, n) > 1);
            if (!taken.isEmpty() && (early || itself)) {
                break;
            }
            taken.add(waiting.removeFirst());
            mentioned.addAll(words);
            if (itself) {
                break;
            }
        }
        return taken;
    }

    private Map<String, Old> old(List<Piece> pieces) throws ReflectiveOperationException {
        var before = new HashMap<String, Old>();
        for (var piece : pieces) {
            for (var name : piece.names()) {
                var old = shell.variable(name);
                if (old.isPresent()) {
                    before.put(name, new Old(old.get(), shell.valueOf(old.get())));
                }
            }
        }
        return before;
    }

    private void variable(Piece piece) throws Throwable {
        Map<String, Old> before;
        Jshell.@Nullable Declared declared;
        shell.hold();
        try {
            before = old(List.of(piece));
            var others = redefinition();
            var source = slice(piece);
            declared = declare(source);
            if (declared.snippets().stream().anyMatch(DenotableType::isMissing)) {
                source = ended(piece, DenotableType.given(text, piece));
                declared = declare(source);
            }
            others.restore(names(List.of(piece)), declaredFurtherDown());
            if (isRefused(declared)) {
                var failure = declared.isRejected() ? rejected(piece, source, declared) : missing(piece, declared);
                restore(before, declared.snippets());
                if (declareAhead()) {
                    declared = null;
                } else {
                    throw failure;
                }
            } else {
                note(declared);
            }
        } finally {
            shell.letGo();
        }
        if (declared == null) {
            variable(piece);
            return;
        }
        run(declared, before);
        names(List.of(piece)).forEach(shell.creations::remove);
    }

    private void run(Jshell.Declared declared, Map<String, Old> before) throws Throwable {
        var snippets = declared.snippets();
        for (var invocation : declared.invocations()) {
            try {
                run(invocation);
            } catch (Throwable thrown) {
                int failed = snippets.stream().map(shell::className).toList().indexOf(invocation.className());
                restore(before, snippets.subList(Math.max(failed, 0), snippets.size()));
                throw thrown;
            }
        }
    }

    private record Old(VarSnippet snippet, @Nullable Object value) {}

    /// Gives variables whose initialiser has not run what they were before: their old value, or nothing at all.
    private void restore(Map<String, Old> before, List<Snippet> failed) throws ReflectiveOperationException {
        for (var snippet : failed) {
            if (!(snippet instanceof VarSnippet variable)) {
                continue;
            }
            var old = before.get(variable.name());
            var now = shell.variable(variable.name());
            if (old == null) {
                now.ifPresent(shell::drop);
                continue;
            }
            if (now.isEmpty() || !now.get().typeName().equals(old.snippet.typeName())) {
                declare(new SnippetSource().insert(old.snippet.typeName() + " " + variable.name() + ";", 0));
                now = shell.variable(variable.name());
            }
            if (now.isPresent()) {
                shell.setValue(now.get(), old.value);
            }
        }
    }

    /// Statements and expressions as one block. What the compiler refuses only because they stand together (code after
    /// an endless loop, a method too long) goes one by one.
    private void block(List<Piece> run) throws Throwable {
        var declared = declareBlock(blockSource(run));
        if (declared.isRejected() && declareAhead()) {
            declared = declareBlock(blockSource(run));
        }
        if (!declared.isRejected()) {
            for (var invocation : declared.invocations()) {
                run(invocation);
            }
            return;
        }
        var failure = run.size() == 1 ? rejected(run) : findRejected(run);
        if (failure != null) {
            throw failure;
        }
        for (var piece : run) {
            block(List.of(piece));
        }
    }

    private CellFailure missing(Piece piece, Jshell.Declared declared) {
        var names = declared.snippets().stream().flatMap(s -> shell.unresolvedNames(s).stream()).distinct().toList();
        return new CellFailure(
                CompileErrors.missing(shell, "cannot find ", cell, text, piece.start(), piece.end(), names));
    }

    private SnippetSource blockSource(List<Piece> run) { return blockSource(run, "{ ", " }"); }

    private SnippetSource blockSource(List<Piece> run, String head, String tail) {
        var source = new SnippetSource().insert(head, run.getFirst().start());
        for (int i = 0; i < run.size(); i++) {
            var piece = run.get(i);
            boolean wanted = piece.kind() == Piece.Kind.EXPRESSION;
            boolean wrapped = wanted || piece.kind() == Piece.Kind.MUTED_EXPRESSION;
            if (wrapped) {
                source.insert(wanted ? "$value(() -> " : "$ignore(() -> ", piece.start());
            }
            source.take(text, piece.start(), piece.end());
            if (wrapped) {
                source.insert(");", piece.end());
            } else if (piece.kind() == Piece.Kind.BARE_STATEMENT) {
                source.insert(";", piece.end());
            }
            if (i + 1 < run.size()) {
                source.take(text, piece.end(), run.get(i + 1).start());
            }
        }
        return source.insert(tail, run.getLast().end());
    }

    private @Nullable CellFailure findRejected(List<Piece> run) {
        for (var piece : run) {
            var failure = rejectedAlone(piece);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private CellFailure rejected(List<Piece> pieces) {
        var failure = findRejected(pieces);
        return failure != null ? failure : new CellFailure(CompileErrors.unknown(cell, text, pieces));
    }

    private CellFailure rejected(Piece piece, SnippetSource source, Jshell.Declared declared) {
        var errors = declared.snippets().stream().flatMap(s -> shell.diagnostics(s).stream())
                .filter(jdk.jshell.Diag::isError).toList();
        return new CellFailure(errors.isEmpty()
                ? CompileErrors.unknown(cell, text, List.of(piece))
                : new CompileErrors(shell, cell, text, source).failure(errors));
    }

    // Not for types: JShell, asked so about a class, documents nothing from then on (JDK 25).
    /// What the compiler says to the piece as the user wrote it, without what the session adds.
    private @Nullable CellFailure rejectedAlone(Piece piece) {
        var source = slice(piece);
        var errors = shell.analysed(analysis -> analysis.sourceToSnippets(source.text())).stream()
                .flatMap(s -> shell.diagnostics(s).stream()).filter(jdk.jshell.Diag::isError).toList();
        return errors.isEmpty()
                ? null
                : new CellFailure(new CompileErrors(shell, cell, text, source).failure(errors));
    }

    private SnippetSource slice(Piece piece) {
        return ended(piece, piece.kind() == Piece.Kind.DECLARATION
                ? RecordConstructors.opened(text, piece.start(), piece.end())
                : SnippetSource.slice(text, piece.start(), piece.end()));
    }

    private SnippetSource ended(Piece piece, SnippetSource source) {
        // A brace ends a class, but no array or lambda that a variable is given.
        boolean braced = piece.kind() != Piece.Kind.VARIABLE && piece.kind() != Piece.Kind.BARE_STATEMENT
                && text.startsWith("}", piece.end() - 1);
        return text.startsWith(";", piece.end() - 1) || braced || piece.kind() == Piece.Kind.EXPRESSION
                || piece.kind() == Piece.Kind.ERRONEOUS
                || piece.kind() == Piece.Kind.MUTED_EXPRESSION
                        ? source
                        : source.insert(";", piece.end());
    }

    private Jshell.Declared declare(SnippetSource source) {
        return chosen(() -> shell.declare(cell, text, source));
    }

    private Jshell.Declared declareBlock(SnippetSource source) {
        return chosen(() -> shell.declareBlock(cell, text, source));
    }

    private Jshell.Declared chosen(Supplier<Jshell.Declared> attempt) {
        var declared = attempt.get();
        if (!declared.isRejected()) return declared;
        var errors = declared.snippets().stream().flatMap(s -> shell.diagnostics(s).stream()).toList();
        var chosen = ImportedNames.chosen(errors);
        if (chosen.isEmpty()) return declared;
        chosen.forEach((ours, theirs) -> {
            var source = new SnippetSource().insert("import " + theirs + ";", 0);
            if (shell.declare(cell, text, source).isRejected()) return;
            evaluation.front.stderr("%s is %s from here on, as this notebook imports it; ours is %s%n".formatted(
                    theirs.substring(theirs.lastIndexOf('.') + 1), theirs, ours));
        });
        return attempt.get();
    }

    private void run(Engine.Invocation invocation) throws Throwable {
        evaluation.enterUserCode();
        try {
            shell.run(invocation);
        } finally {
            evaluation.leaveUserCode();
        }
    }
}
