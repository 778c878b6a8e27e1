package sconce.kernel.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;
import sconce.kernel.notebook.SourceFile;
import sconce.kernel.notebook.UnreadableException;
import sconce.kernel.session.CellId;
import sconce.kernel.session.Declarations;
import sconce.kernel.session.Session;

/// What a line that begins with a slash does: jshell's commands, by jshell's names, as short as they are unique.
final class Commands {
    private static final Pattern QUESTION = Pattern.compile("\\?+\\s*([\\w.$]+)|([\\w.$]+)\\s*\\?+");
    private static final Pattern CLASS_PATH = Pattern.compile("--?class-?path[\\s=]+(\\S.*)");
    private static final String CELLS = """
            A cell is a number (7), several (3-5), -1 for the last one, or a name: those that declare it.""";
    private static final Pattern COMMAND = Pattern.compile("\\s*/(?![/*]).*");

    /// @param name    with its slash
    /// @param takes   what it takes, for the help; empty for nothing
    /// @param what    one line
    /// @param details more lines, for `/help name`
    private record Command(String name, String takes, String what, String details, Consumer<String> action) {}

    private final Prompt prompt;
    private final Screen screen;
    private final Settings settings;
    private final List<Command> all;
    private final Set<Path> classPath = new LinkedHashSet<>();

    Commands(Prompt prompt, Screen screen, Settings settings) {
        this.prompt = prompt;
        this.screen = screen;
        this.settings = settings;
        all = List.of(
                new Command("/help", "[COMMAND]", "this list, or more about one command", "", this::help),
                new Command("/vars", "[NAME]", "the variables with their types and values", "", this::variables),
                new Command("/types", "[NAME]", "the classes, records, enums and interfaces", "", this::types),
                new Command("/methods", "[NAME]", "the methods", "", this::methods),
                new Command("/imports", "", "the imports, those that are always there first", "", _ -> imports()),
                new Command("/list", "[CELL|-all|-start]", "what was run, with its numbers", CELLS + """

                        -start: the imports that are always there; -all: those too.""", this::list),
                new Command("/drop", "CELL...", "take back what a cell or a name declares", CELLS, this::drop),
                new Command("/history", "[-all]", "what was typed, oldest first",
                        "-all: of earlier prompts and notebooks too. Ctrl-R searches in it.", this::history),
                new Command("/save", "[-all] FILE", "write what was run to a .java, .jsh or .ipynb file", """
                        Cells that failed are left out, unless -all asks for them. A notebook keeps the outputs and
                        opens in Jupyter with this kernel. -start writes the imports that are always there.""",
                        this::save),
                new Command("/open", "FILE", "run a .java, .jsh, .md or .ipynb file here",
                        "It ends at the first cell that fails.", this::open),
                new Command("/edit", "[CELL]", "change what was run in an editor, and run it again", """
                        Without a cell: the last one. The editor is that of /set editor, or of SCONCE_EDITOR,
                        JSHELLEDITOR, VISUAL or EDITOR, or one that is built in.""", this::edit),
                new Command("/set", "[NAME VALUE]", "the settings, or change one", """
                        colour on|off    colours; NO_COLOR in the environment turns them off for good
                        fold on|off      fold models that are longer than the screen
                        tips on|off      signatures and documentation while a call is typed
                        editor COMMAND   for /edit; -default is the built-in one
                        pictures auto|none|kitty|iterm2|sixel""", this::set),
                new Command("/env", "[-class-path PATH]", "what the session runs on, or more of it",
                        "-class-path adds jars and folders of classes; what is declared stays.", this::environment),
                new Command("/reset", "", "begin anew: nothing declared, In [1]", "", _ -> prompt.reset()),
                new Command("/reload", "[-quiet]", "begin anew, and run again what went well",
                        "-quiet: without showing the cells.", this::reload),
                new Command("/exit", "[STATUS]", "leave, as Ctrl-D does",
                        "STATUS is the process's: a number from 0 to 255.",
                        this::exit));
    }

    /// Java has no line that begins with a slash, other than a comment.
    static boolean isCommand(String line) { return COMMAND.matcher(line).lookingAt(); }

    /// The name in `?name` or `name?`, which is no Java but a notebook's way to ask about it; or null.
    static @Nullable String asked(String line) {
        var question = QUESTION.matcher(line.strip());
        return !question.matches() ? null : question.group(1) != null ? question.group(1) : question.group(2);
    }

    void run(String line) {
        var words = line.strip().split("\\s+", 2);
        var argument = words.length > 1 ? words[1].strip() : "";
        if (Chosen.isCommand(words[0])) {
            attempt(() -> again(line.strip().substring(1)));
            return;
        }
        var name = words[0].equals("/?") ? "/help" : words[0].equals("/quit") ? "/exit" : words[0];
        var found = named(name);
        if (found.size() == 1) {
            attempt(() -> found.getFirst().action.accept(argument));
        } else if (found.isEmpty()) {
            error("there is no command " + name + "; /help lists them");
        } else {
            error(name + " may be " + String.join(", ", found.stream().map(Command::name).toList()));
        }
    }

    private void attempt(Runnable command) {
        try {
            command.run();
        } catch (SourceException | UnreadableException | IllegalArgumentException e) {
            error(String.valueOf(e.getMessage()));
        }
    }

    private List<Command> named(String name) {
        var exact = all.stream().filter(c -> c.name.equals(name)).toList();
        return exact.isEmpty() ? all.stream().filter(c -> c.name.startsWith(name)).toList() : exact;
    }

    void complete(JavaParser.Word word, List<Candidate> candidates) {
        int space = word.line().stripLeading().indexOf(' ');
        if (space < 0) {
            all.forEach(c -> candidates.add(new Candidate(c.name, c.name, null, c.what, null, null, true)));
            return;
        }
        var name = word.line().strip().split("\\s+", 2)[0];
        var found = named(name);
        if (found.size() != 1) return;
        switch (found.getFirst().name) {
            case "/help" -> all.forEach(c -> candidates.add(new Candidate(c.name)));
            case "/set" -> settings.all().keySet().forEach(s -> candidates.add(new Candidate(s)));
            case "/open", "/save" -> files(word.word(), candidates);
            default -> {
            }
        }
    }

    private static void files(String typed, List<Candidate> candidates) {
        var folder = typed.substring(0, typed.lastIndexOf('/') + 1);
        try (Stream<Path> files = Files.list(path(folder.isEmpty() ? "." : folder))) {
            files.sorted().forEach(file -> {
                boolean isFolder = Files.isDirectory(file);
                var name = String.valueOf(file.getFileName());
                if (!name.startsWith(".")) {
                    candidates.add(new Candidate(folder + name + (isFolder ? "/" : ""), name + (isFolder ? "/" : ""),
                            null, null, null, null, !isFolder));
                }
            });
        } catch (IOException e) {
            return; // no such folder: nothing to suggest
        }
    }

    private static Path path(String text) {
        return Path.of(text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text);
    }

    private void error(String message) {
        screen.println(new AttributedStringBuilder().styled(screen.palette().error(), "error").append(": " + message)
                .toAttributedString());
    }

    private void help(String about) {
        if (!about.isEmpty()) {
            var found = named(about.startsWith("/") ? about : "/" + about);
            if (found.size() != 1) throw new IllegalArgumentException("there is no command " + about);
            var command = found.getFirst();
            screen.println((command.name + " " + command.takes).strip() + "\n    " + command.what);
            command.details.lines().forEach(line -> screen.println(WrappedText.of("    " + line, screen.width())));
            return;
        }
        for (var command : all) {
            screen.println("  %-24s %s".formatted(command.name + " " + command.takes, command.what));
        }
        screen.println("""

                /! runs the last cell again, /-2 the one before it, /7 and /3-5 those with these numbers.
                Tab completes, Alt-H shows all about the name at the cursor, name? does so too.
                Enter runs what is complete, Alt-Enter what is not. Ctrl-R searches in what was typed.
                Ctrl-C cancels a line or stops what runs, Ctrl-D leaves.""");
    }

    private Declarations declarations() { return prompt.session().declarations(); }

    /// Those of this name, or all; an option of jshell's (`-all`) is all as well.
    private static <T> List<T> only(String which, List<T> declared, Function<T, String> name) {
        if (which.isEmpty() || which.startsWith("-")) return declared;
        var found = declared.stream().filter(each -> name.apply(each).equals(which)).toList();
        if (found.isEmpty()) throw new IllegalArgumentException("nothing of this kind is called " + which);
        return found;
    }

    private void variables(String which) {
        for (var variable : only(which, declarations().variables(), Declarations.Variable::name)) {
            var lines = variable.value().lines().toList();
            var first = lines.isEmpty() ? "" : lines.getFirst();
            var head = variable.type() + " " + variable.name() + " = ";
            int room = Math.max(20, screen.width() - head.length() - 4);
            boolean more = lines.size() > 1 || first.length() > room;
            screen.println(
                    "  " + head + (first.length() > room ? first.substring(0, room) : first) + (more ? "…" : ""));
        }
    }

    private void types(String which) {
        only(which, declarations().types(), Declarations.Type::name)
                .forEach(t -> screen.println("  " + t.kind() + " " + t.name()));
    }

    private void methods(String which) {
        only(which, declarations().methods(), Declarations.Method::name)
                .forEach(m -> screen.println("  " + m.result() + " " + m.name() + "(" + m.parameters() + ")"));
    }

    private void imports() {
        Session.standardImports().forEach(i -> screen
                .println(new AttributedStringBuilder().styled(screen.palette().faint(), "  import " + i)
                        .toAttributedString()));
        declarations().imports().forEach(i -> screen.println("  import " + i));
    }

    private void list(String which) {
        if (which.equals("-start") || which.equals("-all")) {
            Session.standardImports().forEach(i -> screen.println("     : " + code("import " + i + ";")));
            if (which.equals("-start")) return;
        }
        for (var cell : which.isEmpty() || which.equals("-all") ? prompt.cells() : chosen(which)) {
            screen.print("%4d : ".formatted(cell.number()));
            screen.println(code(cell.code().strip().replace("\n", "\n       ")));
        }
    }

    private String code(String text) {
        return screen.ansi(JavaHighlighter.highlight(text, -1, screen.palette()));
    }

    private List<Cell> chosen(String words) { return Chosen.of(words, prompt.cells()); }

    private void again(String words) {
        for (var cell : chosen(words)) {
            screen.println(code(cell.code().strip()));
            if (!prompt.execute(cell.code())) return;
        }
    }

    private void drop(String words) {
        if (words.isEmpty()) throw new IllegalArgumentException("/drop wants a name or a cell's number: /drop model");
        for (var word : words.split("\\s+", -1)) {
            var dropped = Character.isJavaIdentifierStart(word.charAt(0)) ? prompt.session().drop(word)
                    : chosen(word).stream().flatMap(cell -> prompt.session().drop(cell.id()).stream()).toList();
            if (dropped.isEmpty()) throw new IllegalArgumentException("nothing that is declared is called " + word);
            dropped.forEach(what -> screen.println("  dropped " + what));
        }
    }

    private void environment(String argument) {
        if (argument.isEmpty()) {
            screen.println("  Java " + Runtime.version() + " in " + System.getProperty("java.home"));
            screen.println("  %d jars and folders on the class path that it started with"
                    .formatted(System.getProperty("java.class.path").split(File.pathSeparator, -1).length));
            classPath.forEach(path -> screen.println("  -class-path " + path));
            return;
        }
        var asked = CLASS_PATH.matcher(argument);
        if (!asked.matches()) {
            throw new IllegalArgumentException("/env takes -class-path PATH: a session that runs keeps its modules");
        }
        var paths = Stream.of(asked.group(1).split(File.pathSeparator, -1)).map(Commands::path).toList();
        for (var path : paths) {
            if (!Files.exists(path)) throw new IllegalArgumentException("there is no file or folder " + path);
        }
        paths.forEach(path -> prompt.session().addToClassPath(path));
        classPath.addAll(paths);
    }

    private void reload(String how) {
        if (!how.isEmpty() && !how.equals("-quiet")) {
            throw new IllegalArgumentException("/reload takes -quiet or nothing, not " + how
                    + "; Ctrl-R and /history -all find what earlier sessions ran");
        }
        var cells = prompt.cells().stream().filter(Cell::succeeded).toList();
        if (!prompt.reset()) return;
        for (var cell : cells) {
            if (how.isEmpty()) screen.println(code(cell.code().strip()));
            if (!prompt.execute(cell.code())) return;
        }
    }

    private void exit(String status) {
        if (!status.matches("\\d{0,3}") || (!status.isEmpty() && Integer.parseInt(status) > 255)) {
            throw new IllegalArgumentException("/exit takes a number from 0 to 255, not " + status);
        }
        prompt.leave(status.isEmpty() ? 0 : Integer.parseInt(status));
    }

    private void history(String which) {
        Function<String, String> line = text -> text.strip().replace("\n", "\n    ");
        if (which.equals("-all")) prompt.earlier().forEach(e -> screen.println("  " + line.apply(e.input())));
        else if (!which.isEmpty()) throw new IllegalArgumentException("/history takes -all or nothing, not " + which);
        prompt.typed().forEach(text -> screen.println("  " + line.apply(text)));
    }

    private void save(String argument) {
        if (argument.startsWith("-start ")) {
            SavedFile.writeImports(path(argument.substring(argument.indexOf(' ')).strip()));
            return;
        }
        boolean whole = argument.startsWith("-all ") || argument.startsWith("-history ");
        var name = (whole ? argument.substring(argument.indexOf(' ')) : argument).strip();
        if (name.isEmpty() || name.startsWith("-")) {
            throw new IllegalArgumentException("/save wants a file: /save session.ipynb");
        }
        var cells = prompt.cells().stream().filter(cell -> whole || cell.succeeded()).toList();
        var file = path(name);
        SavedFile.write(file, cells, prompt.session());
        screen.println("  " + cells.size() + (cells.size() == 1 ? " cell" : " cells") + " saved to " + file);
    }

    private void open(String name) {
        if (name.isEmpty()) throw new IllegalArgumentException("/open wants a file: /open session.jsh");
        for (var part : SourceFile.read(path(name))) {
            if (part.isLines() ? !lines(part) : !prompt.execute(part.code(), new CellId(part.name()))) return;
        }
    }

    /// What jshell saved may hold its commands.
    private boolean lines(SourceFile.Part file) {
        var pieces = new Pieces(prompt.session(), new CellId(file.name()));
        for (var line : file.code().lines().toList()) {
            if (!run(pieces.add(line))) return false;
        }
        return run(pieces.rest());
    }

    private boolean run(SourceFile.@Nullable Part piece) {
        if (piece == null) return true;
        if (!isCommand(piece.code())) return prompt.execute(piece.code(), new CellId(piece.name()));
        run(piece.code());
        return true;
    }

    private void edit(String which) {
        var cells = which.isEmpty() ? prompt.cells() : chosen(which);
        var before = cells.isEmpty() ? "" : cells.getLast().code();
        var after = new ExternalEditor(screen.terminal(), settings.editor).edit(before);
        if (after.isBlank() || after.strip().equals(before.strip())) {
            screen.println("  nothing has changed");
            return;
        }
        screen.println(code(after.strip()));
        prompt.run(after.strip());
    }

    private void set(String argument) {
        var words = argument.split("\\s+", 2);
        if (argument.isEmpty()) {
            settings.all().forEach((name, value) -> screen.println("  %-9s %s".formatted(name, value)));
        } else if (words.length < 2) {
            var value = settings.all().get(words[0].toLowerCase(Locale.ROOT));
            if (value == null) settings.set(words[0], "");
            screen.println("  " + words[0] + " " + value);
        } else {
            settings.set(words[0], words[1]);
        }
    }

    /// The commands by name, for a test that the documentation has them all.
    List<String> names() { return new ArrayList<>(all.stream().map(Command::name).toList()); }
}
