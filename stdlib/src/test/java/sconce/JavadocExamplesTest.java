package sconce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Runs the examples of the Javadoc: each block between ```` ```java ```` and ```` ``` ```` in a `///` comment, statement
/// by statement. Where a statement's line ends with three spaces and `// text`, its value prints so, or what it printed;
/// line breaks and runs of spaces count as one space. A block with ` ... ` in it only shows a form and is not run.
class JavadocExamplesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Set<String> IMPORTED = new HashSet<>(
            Set.of("sconce", "sconce.nn", "sconce.optim", "sconce.data"));
    private static JShell shell;

    record Example(Path file, int line, String code) {
        String name() { return file.getFileName() + ":" + line; }
    }

    @BeforeAll
    static void open() {
        shell = JShell.builder().executionEngine("local").compilerOptions("-parameters").build();
        shell.addToClasspath(System.getProperty("java.class.path"));
        for (var name : List.of("java.util.*", "java.util.function.*", "sconce.*", "sconce.Buffer", "sconce.nn.*",
                "sconce.nn.Module", "sconce.optim.*", "sconce.data.*", "static sconce.Print.print",
                "static sconce.show.Show.*")) {
            shell.eval("import " + name + ";");
        }
    }

    @AfterAll
    static void close() { shell.close(); }

    @TestFactory
    Stream<DynamicTest> examples_give_what_they_say() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream()
                    .flatMap(file -> examples(file).stream()).filter(example -> !example.code.contains("..."))
                    .map(example -> DynamicTest.dynamicTest(example.name(), () -> check(example)));
        }
    }

    /// The public classes that users meet show an example each.
    @TestFactory
    Stream<DynamicTest> public_classes_of_modules_have_an_example() throws IOException {
        try (var files = Files.list(SOURCES.resolve("sconce/nn"))) {
            return files.filter(file -> declaresPublicClass(file)).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(),
                            () -> assertThat(examples(file)).as("examples in %s", file).isNotEmpty()));
        }
    }

    private static boolean declaresPublicClass(Path file) {
        return read(file).lines().anyMatch(line -> line.matches("public (final |abstract )?class .*"));
    }

    private static List<Example> examples(Path file) {
        var examples = new ArrayList<Example>();
        var code = new StringBuilder();
        var inside = false;
        var number = 0;
        for (var line : read(file).lines().toList()) {
            number++;
            var text = line.strip();
            if (!text.startsWith("///")) {
                inside = false;
            } else if (text.equals("/// ```java")) {
                inside = true;
                code.setLength(0);
            } else if (inside && text.equals("/// ```")) {
                examples.add(new Example(file, number, code.toString()));
                inside = false;
            } else if (inside) {
                code.append(text.length() > 4 ? text.substring(4) : "").append('\n');
            }
        }
        return examples;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static void check(Example example) {
        var own = SOURCES.relativize(example.file.getParent()).toString().replace('/', '.');
        if (IMPORTED.add(own)) shell.eval("import " + own + ".*;");
        var made = new ArrayList<Snippet>();
        try {
            var rest = separated(example.code);
            while (!rest.isBlank()) {
                var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
                var source = rest.substring(0, rest.length() - next.remaining().length());
                var endOfLine = next.remaining().indexOf('\n');
                var tail = endOfLine < 0 ? next.remaining() : next.remaining().substring(0, endOfLine);
                rest = next.remaining();
                run(source, expected(source, tail), made);
                if (source.isBlank() || rest.equals(next.source())) break;
            }
        } finally {
            made.forEach(shell::drop);
        }
    }

    /// The lines of an example may be expressions without semicolons: adds them where a line ends a statement.
    private static String separated(String code) {
        var text = new StringBuilder();
        var depth = 0;
        var lines = code.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var comment = lines.get(i).indexOf("  // ");
            var statement = (comment < 0 ? lines.get(i) : lines.get(i).substring(0, comment)).stripTrailing();
            depth += statement.chars().map(c -> "({[".indexOf(c) >= 0 ? 1 : ")}]".indexOf(c) >= 0 ? -1 : 0).sum();
            var goesOn = i + 1 < lines.size() && lines.get(i + 1).strip().startsWith(".");
            var ends = depth == 0 && !goesOn && !statement.isBlank() && !statement.matches(".*[;{},]|//.*|@.*");
            text.append(statement).append(ends ? ";" : "");
            if (comment >= 0) text.append(' ').append(lines.get(i).substring(comment));
            text.append('\n');
        }
        return text.toString();
    }

    /// What stands after the statement on its line.
    private static String expected(String source, String tail) {
        for (var line : List.of(tail, source.stripTrailing().lines().reduce((one, two) -> two).orElse(""))) {
            var comment = line.lastIndexOf("   // ");
            if (comment >= 0) return line.substring(comment + 6);
        }
        return null;
    }

    private static void run(String source, String expected, List<Snippet> made) {
        var printed = new ByteArrayOutputStream();
        var out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        List<SnippetEvent> events;
        try {
            events = shell.eval(source);
        } finally {
            System.setOut(out);
        }
        for (var event : events) {
            made.add(event.snippet());
            if (event.exception() != null) throw new AssertionError(source, event.exception());
            assertThat(event.status()).as("%s%n%s", source, diagnostics(event)).isIn(Snippet.Status.VALID,
                    Snippet.Status.OVERWRITTEN, Snippet.Status.RECOVERABLE_DEFINED);
        }
        if (expected == null || events.isEmpty()) return;
        var value = events.getLast().value();
        var got = plain(printed.size() > 0 ? printed.toString(StandardCharsets.UTF_8) : String.valueOf(value));
        assertThat(got).as(source).isEqualTo(plain(expected));
    }

    private static String diagnostics(SnippetEvent event) {
        var unresolved = event.snippet() instanceof DeclarationSnippet declaration
                ? shell.unresolvedDependencies(declaration)
                : Stream.<String>empty();
        return Stream
                .concat(shell.diagnostics(event.snippet()).map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH)),
                        unresolved.map(name -> "unresolved: " + name))
                .collect(Collectors.joining("\n"));
    }

    private static String plain(String text) {
        var unquoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
        return unquoted.strip().replaceAll("\\s+", " ");
    }
}
