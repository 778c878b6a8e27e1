package sconce.kernel.session;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// The JShell of a session: declares snippets, one caller at a time, and knows which cell each came from.
final class Jshell implements AutoCloseable {
    /// A snippet's way back to its cell.
    private record Origin(CellId cell, String cellText, SnippetSource source) {}

    /// What became of a piece handed to JShell.
    ///
    /// @param events      the piece's own snippets first, then those it changed
    /// @param invocations what is to be run now, in this order
    /// @param isTooLong   whether it compiles but fits into no class file
    record Declared(List<SnippetEvent> events, List<Engine.Invocation> invocations, boolean isTooLong) {
        boolean isRejected() {
            return isTooLong
                    || events.stream().anyMatch(e -> e.causeSnippet() == null && e.status() == Snippet.Status.REJECTED);
        }

        List<Snippet> snippets() {
            return events.stream().filter(e -> e.causeSnippet() == null).map(SnippetEvent::snippet).toList();
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final IndexGate index = new IndexGate();
    private final JShell shell;
    private final Engine engine;
    private final SnippetLoader loader;
    private final SourceCodeAnalysis analysis;
    private final @Nullable Batch batch;
    private final Map<Snippet, Origin> origins = new HashMap<>();
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    final Workplace workplace = new Workplace();
    private final Set<Path> classPath = new LinkedHashSet<>();
    private int declarations;
    private volatile long lastAsked = System.nanoTime();
    private Map<String, VarSnippet> variables = Map.of();
    private int variablesAsOf;
    /// How variables were declared that hold an object of a class as it was: for when that class compiles again.
    final Map<String, String> creations = new ConcurrentHashMap<>();

    /// @param batches whether several snippets may be compiled in one round, where the JVM allows it
    Jshell(SessionOptions options, boolean batches) {
        loader = new SnippetLoader(Session.class.getClassLoader(), places::get);
        engine = new Engine(loader);
        // A debugger wants to know the local variables.
        var compiler = Boolean.getBoolean("sconce.debugger") ? new String[] { "-g" } : new String[0];
        shell = JShell.builder().executionEngine(engine, Map.of()).compilerOptions(compiler)
                .fileManager(CompilerFiles::new).build();
        shell.addToClasspath(System.getProperty("java.class.path"));
        addToClassPath(options.classPath());
        analysis = shell.sourceCodeAnalysis();
        batch = batches ? Batch.of(shell) : null;
    }

    /// For the compiler and for the code that runs. Gives those that are new: what is there already changes nothing.
    List<Path> addToClassPath(List<Path> paths) {
        lock.lock();
        try {
            var added = new ArrayList<Path>();
            for (var path : paths) {
                var whole = path.toAbsolutePath().normalize();
                if (classPath.add(whole)) {
                    declarations++;
                    shell.addToClasspath(whole.toString());
                    added.add(whole);
                }
            }
            return added;
        } finally {
            lock.unlock();
        }
    }

    /// What was added, and then what the session itself runs on.
    List<Path> classPath() {
        lock.lock();
        try {
            var all = new ArrayList<>(classPath);
            all.addAll(ownClassPath());
            return all;
        } finally {
            lock.unlock();
        }
    }

    static List<Path> ownClassPath() {
        return Pattern.compile(Pattern.quote(File.pathSeparator)).splitAsStream(System.getProperty("java.class.path"))
                .filter(each -> !each.isEmpty()).map(Path::of).toList();
    }

    /// Drops all that cells have declared; what the session declares for itself stays.
    void reset() {
        lock.lock();
        try {
            var own = shell.snippets().filter(s -> s.kind().isPersistent() && shell.status(s).isActive())
                    .filter(this::isOfCell).toList();
            own.forEach(this::drop);
            creations.clear();
        } finally {
            lock.unlock();
        }
    }

    /// Whether a cell has written it; the session's own snippets are of a cell without text.
    private boolean isOfCell(Snippet snippet) {
        var origin = origins.get(snippet);
        return origin != null && !origin.cellText.isEmpty();
    }

    /// Whether this cell has declared the variable, the last one of its name.
    boolean isOfCell(String variable, CellId cell) {
        return locked(_ -> variable(variable).map(origins::get).filter(origin -> origin.cell.equals(cell)).isPresent());
    }

    SnippetLoader loader() { return loader; }

    /// Another number whenever what a name means may be another thing. To be asked inside of [#locked].
    int declarationCount() { return declarations; }

    /// For what neither declares nor needs the compiler.
    SourceCodeAnalysis analysis() { return analysis; }

    /// Anything that asks the compiler.
    <T> T analysed(Function<SourceCodeAnalysis, T> task) {
        return locked(analysis -> {
            lastAsked = System.nanoTime();
            if (batch != null) batch.countAnalysis();
            return task.apply(analysis);
        });
    }

    /// JShell does one thing at a time.
    <T> T locked(Function<SourceCodeAnalysis, T> task) {
        lock.lock();
        try {
            return task.apply(analysis);
        } finally {
            lock.unlock();
        }
    }

    /// Compiles a snippet and notes where its classes come from; runs nothing.
    Declared declare(CellId cell, String cellText, SnippetSource source) {
        lock.lock();
        try {
            var parsed = batch == null ? null : batch.parse(List.of(source.text()));
            if (batch == null || parsed == null) {
                return noted(cell, cellText, List.of(source), shell.eval(source.text()), null);
            }
            boolean isBatch = parsed.stream()
                    .allMatch(s -> s.kind() == Snippet.Kind.VAR || s.kind() == Snippet.Kind.TYPE_DECL);
            return isBatch
                    ? noted(cell, cellText, List.of(source), batch.declare(parsed), parsed)
                    : noted(cell, cellText, List.of(source), batch.declareSingly(parsed), null);
        } finally {
            lock.unlock();
        }
    }

    /// Imports what every session has, known to be there.
    void preload(String imports) {
        lock.lock();
        try {
            var cell = new CellId("preload");
            var source = new SnippetSource().insert(imports, 0);
            if (batch == null) declare(cell, "", source);
            else noted(cell, "", List.of(source), batch.declareImports(imports), List.of());
        } finally {
            lock.unlock();
        }
    }

    /// Takes the compiler through a block and forgets it.
    void rehearse(String block) {
        lock.lock();
        try {
            var events = batch == null ? List.<SnippetEvent>of() : batch.declareAtOnce(batch.statement(block));
            if (events.isEmpty()) analysis.sourceToSnippets(block);
            forgetStatements(events);
        } finally {
            lock.unlock();
        }
    }

    /// As [#declare], for a block that is known to parse: JShell need not try first what it is.
    Declared declareBlock(CellId cell, String cellText, SnippetSource source) {
        lock.lock();
        try {
            if (batch != null) {
                var snippet = batch.statement(source.text());
                var events = batch.declare(List.of(snippet));
                if (events.getFirst().status().isDefined()) {
                    return noted(cell, cellText, List.of(source), events, List.of(snippet));
                }
            }
            return declare(cell, cellText, source);
        } finally {
            lock.unlock();
        }
    }

    /// As [#declareBlock], for what may not be right: null then, and nothing has happened.
    @Nullable
    Declared declareAtOnce(CellId cell, String cellText, SnippetSource source) {
        lock.lock();
        try {
            if (batch == null) return null;
            var snippet = batch.statement(source.text());
            var events = batch.declareAtOnce(snippet);
            if (events.isEmpty()) return null;
            var declared = noted(cell, cellText, List.of(source), events, List.of(snippet));
            return declared.isTooLong() ? null : declared;
        } finally {
            lock.unlock();
        }
    }

    /// Compiles several declarations of variables in one round, or gives null where that is not possible: then nothing
    /// has happened. `may` is asked before anything is declared.
    @Nullable
    Declared declareTogether(CellId cell, String cellText, List<SnippetSource> sources,
            Predicate<List<Snippet>> may) {
        lock.lock();
        try {
            var rounds = batch;
            if (rounds == null) return null;
            var snippets = rounds.parse(sources.stream().map(SnippetSource::text).toList());
            return snippets == null || !may.test(snippets)
                    ? null
                    : noted(cell, cellText, sources, rounds.declare(snippets), snippets);
        } finally {
            lock.unlock();
        }
    }

    /// Whether nobody has asked the compiler for anything for so long.
    boolean isQuietFor(Duration pause) { return System.nanoTime() - lastAsked > pause.toNanos(); }

    private Declared noted(CellId cell, String cellText, List<SnippetSource> sources, List<SnippetEvent> events,
            @Nullable List<Snippet> batched) {
        lastAsked = System.nanoTime();
        if (events.stream().map(SnippetEvent::snippet).anyMatch(s -> s != null && s.kind().isPersistent())) {
            declarations++;
        }
        for (var event : events) {
            if (event.causeSnippet() == null && event.snippet() != null) {
                var text = event.snippet().source();
                sources.stream().filter(s -> s.text().equals(text)).findFirst()
                        .ifPresent(s -> origins.put(event.snippet(), new Origin(cell, cellText, s)));
            }
        }
        for (var event : events) {
            notePlace(event.snippet());
        }
        var invocations = batched == null ? engine.takePending() : invocations(batched);
        var tooLong = events.stream().filter(e -> e.causeSnippet() == null).map(SnippetEvent::snippet)
                .filter(Objects::nonNull).filter(this::isTooLong).toList();
        if (tooLong.isEmpty()) {
            forgetStatements(events);
            return new Declared(events, invocations, false);
        }
        if (batch != null) batch.renewCompilers();
        tooLong.stream().filter(s -> s.kind().isPersistent() && isDefined(s)).forEach(this::drop);
        return new Declared(events, List.of(), true);
    }

    private void forgetStatements(List<SnippetEvent> events) {
        if (batch == null) return;
        for (var event : events) {
            var snippet = event.snippet();
            if (snippet != null && snippet.kind() == Snippet.Kind.STATEMENT && isDefined(snippet)) {
                batch.forget(snippet, className(snippet));
            }
        }
    }

    /// JShell says that such a snippet is valid, or lets the class file's limits be an error of the snippet.
    private boolean isTooLong(Snippet snippet) {
        return isDefined(snippet)
                ? snippet.kind() != Snippet.Kind.IMPORT && !loader.knows(className(snippet))
                : shell.diagnostics(snippet).anyMatch(d -> d.getCode().startsWith("compiler.err.limit"));
    }

    private List<Engine.Invocation> invocations(List<Snippet> snippets) {
        return snippets.stream().filter(s -> s.subKind().isExecutable() && shell.status(s).isDefined())
                .map(s -> new Engine.Invocation(className(s), "do_it$")).toList();
    }

    private void notePlace(@Nullable Snippet snippet) {
        if (snippet == null || snippet.kind() == Snippet.Kind.IMPORT || snippet.kind() == Snippet.Kind.ERRONEOUS
                || !shell.status(snippet).isDefined()) {
            return;
        }
        var origin = origins.get(snippet);
        if (origin != null) {
            var wrapper = analysis.wrapper(snippet);
            places.put(wrapper.fullClassName(), Place.of(origin.cell, origin.cellText, origin.source, wrapper));
        }
        if (!snippet.kind().isPersistent()) {
            origins.remove(snippet);
        }
    }

    @Nullable
    Object run(Engine.Invocation invocation) throws Throwable { return engine.run(invocation); }

    /// The place a snippet's class came from, by the class's name (nested ones too).
    @Nullable
    Place placeOf(String className) { return places.get(SnippetLoader.outerOf(className)); }

    String className(Snippet snippet) { return analysis.wrapper(snippet).fullClassName(); }

    List<jdk.jshell.Diag> diagnostics(Snippet snippet) { return shell.diagnostics(snippet).toList(); }

    /// Where a declaration stands that refers to what is not declared, and to what.
    record Unresolved(CellId cell, String cellText, int start, int end, List<String> names) {}

    /// What the declaration with this outer class waits for, or null.
    @Nullable
    Unresolved unresolvedIn(String outerClass) {
        lock.lock();
        try {
            var found = shell.snippets().filter(this::isRecoverable).filter(s -> className(s).equals(outerClass))
                    .findFirst().orElse(null);
            var origin = found == null ? null : origins.get(found);
            return found == null || origin == null
                    ? null
                    : new Unresolved(origin.cell, origin.cellText, origin.source.toCell(0),
                            Math.min(origin.source.toCell(origin.source.text().length() - 1) + 1,
                                    origin.cellText.length()),
                            unresolvedNames(found));
        } finally {
            lock.unlock();
        }
    }

    /// What this snippet refers to that is not declared yet: `class Liner`, `method g(int)`.
    List<String> unresolvedNames(Snippet snippet) {
        return snippet instanceof DeclarationSnippet declaration
                ? shell.unresolvedDependencies(declaration).distinct().toList()
                : List.of();
    }

    /// What a declared type of this name lacks to be one: `class Liner`.
    List<String> waitsFor(String type) {
        return locked(_ -> shell.types()
                .filter(t -> t.name().equals(type) && shell.status(t) == Snippet.Status.RECOVERABLE_NOT_DEFINED)
                .flatMap(t -> unresolvedNames(t).stream()).distinct().toList());
    }

    boolean isRecoverable(Snippet snippet) {
        var status = shell.status(snippet);
        return status == Snippet.Status.RECOVERABLE_DEFINED || status == Snippet.Status.RECOVERABLE_NOT_DEFINED;
    }

    /// Says that the session has opened.
    void openIndex() { index.open(); }

    /// Until [#letGo()], only the calling thread declares: for declarations that take several steps.
    void hold() { lock.lock(); }

    void letGo() { lock.unlock(); }

    Optional<VarSnippet> variable(String name) {
        return locked(_ -> Optional.ofNullable(variablesByName().get(name)));
    }

    /// Those with a name: `int _ = f();` has none, and javac makes no field of it.
    private Stream<VarSnippet> variables() { return variablesByName().values().stream(); }

    /// JShell looks through all that was ever declared to answer this.
    private Map<String, VarSnippet> variablesByName() {
        if (variablesAsOf != declarations) {
            variables = new LinkedHashMap<>();
            shell.variables().filter(v -> !v.name().isEmpty()).forEach(v -> variables.putIfAbsent(v.name(), v));
            variablesAsOf = declarations;
        }
        return variables;
    }

    /// Those that have a value.
    List<VarSnippet> definedVariables() {
        return locked(_ -> variables().filter(this::isDefined).toList());
    }

    boolean isDefined(Snippet snippet) { return shell.status(snippet).isDefined(); }

    /// The outer class of each type by the type's name; it changes whenever JShell compiles the type again.
    Map<String, String> typeClasses() {
        lock.lock();
        try {
            var classes = new HashMap<String, String>();
            shell.types().filter(this::isDefined).forEach(t -> classes.put(t.name(), className(t)));
            return classes;
        } finally {
            lock.unlock();
        }
    }

    /// Whether a type refers to nothing that is missing.
    boolean isComplete(String type) {
        return locked(_ -> shell.types()
                .anyMatch(t -> t.name().equals(type) && shell.status(t) == Snippet.Status.VALID));
    }

    @Nullable
    Class<?> classOf(String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    Class<?> typeOf(VarSnippet variable) throws ReflectiveOperationException { return field(variable).getType(); }

    /// Names of all that is declared, for suggestions.
    List<String> declaredNames() {
        lock.lock();
        try {
            var names = new ArrayList<String>();
            variables().forEach(v -> names.add(v.name()));
            shell.methods().forEach(m -> names.add(m.name()));
            shell.types().forEach(t -> names.add(t.name()));
            return names;
        } finally {
            lock.unlock();
        }
    }

    /// The user's own: what the session declares for itself is of no cell that has text.
    Declarations declarations() {
        lock.lock();
        try {
            var variables = variables().filter(this::isDefined)
                    .map(v -> new Declarations.Variable(v.typeName(), v.name(), text(v))).toList();
            var methods = shell.methods().filter(m -> isDefined(m) && !m.name().startsWith("$")).map(m -> {
                var signature = m.signature();
                int close = signature.lastIndexOf(')');
                return new Declarations.Method(signature.substring(close + 1), m.name(),
                        signature.substring(0, close + 1).replaceFirst("^\\(", "").replaceFirst("\\)$", ""));
            }).toList();
            var types = shell.types().filter(this::isDefined)
                    .map(t -> new Declarations.Type(kind(t.subKind()), t.name())).toList();
            var imports = shell.imports().filter(this::isOfCell)
                    .map(i -> (i.isStatic() ? "static " : "") + i.fullname()).toList();
            return new Declarations(variables, methods, types, imports);
        } finally {
            lock.unlock();
        }
    }

    private static String kind(Snippet.SubKind kind) {
        return switch (kind) {
            case INTERFACE_SUBKIND -> "interface";
            case ENUM_SUBKIND -> "enum";
            case RECORD_SUBKIND -> "record";
            case ANNOTATION_TYPE_SUBKIND -> "@interface";
            default -> "class";
        };
    }

    String text(VarSnippet variable) {
        try {
            return Rendering.display(valueOf(variable)).text();
        } catch (ReflectiveOperationException | RuntimeException | StackOverflowError e) {
            return "(its text cannot be had: " + e.getClass().getSimpleName() + ")";
        }
    }

    /// How a name was declared, as it stands in its cell; null for what no cell declares.
    @Nullable
    String declarationOf(String name) {
        return locked(_ -> shell.snippets()
                .filter(s -> s instanceof DeclarationSnippet d && d.name().equals(name) && isDefined(s))
                .reduce((_, last) -> last).map(Snippet::source).orElse(null));
    }

    /// Takes back the user's declarations of these names and cells; gives what they were.
    List<String> drop(BiPredicate<String, CellId> which) {
        return locked(_ -> {
            var dropped = new ArrayList<String>();
            for (var snippet : shell.snippets().filter(s -> shell.status(s).isActive()).toList()) {
                var origin = origins.get(snippet);
                if (!(snippet instanceof DeclarationSnippet declared) || origin == null || origin.cellText.isEmpty()
                        || !which.test(declared.name(), origin.cell)) {
                    continue;
                }
                drop(snippet);
                origins.remove(snippet);
                creations.remove(declared.name());
                dropped.add(switch (snippet.kind()) {
                    case VAR -> "variable ";
                    case METHOD -> "method ";
                    default -> kind(snippet.subKind()) + " ";
                } + declared.name());
            }
            return dropped;
        });
    }

    void drop(Snippet snippet) {
        lock.lock();
        try {
            declarations++;
            shell.drop(snippet);
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    Object valueOf(VarSnippet variable) throws ReflectiveOperationException {
        return field(variable).get(null);
    }

    void setValue(VarSnippet variable, @Nullable Object value) throws ReflectiveOperationException {
        field(variable).set(null, value);
    }

    /// What a variable holds, or held when this was its class.
    @Nullable
    Object valueIn(String className, String name) throws ReflectiveOperationException {
        return field(className, name).get(null);
    }

    private java.lang.reflect.Field field(VarSnippet variable) throws ReflectiveOperationException {
        return field(className(variable), variable.name());
    }

    private java.lang.reflect.Field field(String className, String name) throws ReflectiveOperationException {
        var field = loader.loadClass(className).getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    @Override
    public void close() {
        index.open();
        shell.close();
    }
}
