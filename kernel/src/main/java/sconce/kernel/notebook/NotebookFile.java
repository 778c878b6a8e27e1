package sconce.kernel.notebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// A Jupyter notebook, nbformat 4. Written back, it is the file that Jupyter would write: indented by one, ids and the
/// order of keys kept.
final class NotebookFile implements Tutorial {
    /// Where Python's `str.splitlines` cuts, which is how Jupyter cuts text into the lines of a notebook.
    private static final Pattern LINE = Pattern
            .compile(
                    "[^\n\r\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]*(\r\n|[\n\r\u000b\u000c\u001c-\u001e\u0085\u2028\u2029])"
                            + "|[^\n\r\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]+");

    private final String file;
    private final Map<String, @Nullable Object> root;
    private final List<Cell> cells = new ArrayList<>();
    /// Where the code cells stand among all, by number - 1.
    private final List<Integer> places = new ArrayList<>();

    private NotebookFile(String file, Map<String, @Nullable Object> root) {
        this.file = file;
        this.root = root;
        refuseOthers();
        var section = "";
        int index = 0;
        for (var each : cellsOf(root)) {
            index++;
            if (!(each instanceof Map<?, ?>)) throw broken("cell %d is no object".formatted(index));
            var cell = object(each);
            var source = joined(cell.get("source"));
            if (source == null) throw broken("cell %d has no source".formatted(index));
            if ("markdown".equals(cell.get("cell_type"))) {
                cells.add(new Cell.Text(source));
                section = MarkdownFile.lastHeading(source, section);
            } else if ("code".equals(cell.get("cell_type")) && !source.isBlank()) {
                places.add(index - 1);
                cells.add(new Cell.Code(places.size(), source, section, tags(cell), recorded(cell)));
            }
        }
    }

    /// @throws UnreadableException when `text` is no Java notebook
    static NotebookFile of(String file, String text) {
        try {
            if (NotebookJson.read(text) instanceof Map<?, ?> root) return new NotebookFile(file, object(root));
            throw new UnreadableException(file + " is not a notebook: its JSON is no object");
        } catch (JacksonException e) {
            var where = e.getLocation();
            throw new UnreadableException("%s is not a notebook: not JSON%s".formatted(file,
                    where == null || where.getLineNr() < 1
                            ? ", " + e.getOriginalMessage()
                            : " at line %d, column %d".formatted(where.getLineNr(), where.getColumnNr())));
        }
    }

    private List<?> cellsOf(Map<String, @Nullable Object> notebook) {
        if (notebook.get("nbformat") instanceof NotebookJson.Digits(var major) && !major.equals("4")) {
            throw broken("it has nbformat %s; jupyter nbconvert --to notebook --nbformat 4 makes a new one of it"
                    .formatted(major));
        }
        if (notebook.get("cells") instanceof List<?> list) return list;
        throw broken("it has no list of cells");
    }

    private UnreadableException broken(String what) {
        return new UnreadableException("%s is not a notebook that can be run: %s".formatted(file, what));
    }

    /// A notebook of another language is one that says so; one that says nothing is taken for Java.
    private void refuseOthers() {
        var metadata = object(root.get("metadata"));
        var spec = object(metadata.get("kernelspec"));
        var info = object(metadata.get("language_info"));
        var language = info.get("name") instanceof String name ? name : spec.get("language");
        if (language == null && spec.get("name") instanceof String kernel && kernel.matches("python[23]?|ir|julia.*")) {
            language = kernel;
        }
        if (language instanceof String name && !name.toLowerCase(Locale.ROOT).matches("java|jshell")) {
            throw new UnreadableException("%s is a %s notebook: only Java can be run".formatted(file, name), true);
        }
    }

    private static Set<String> tags(Map<String, @Nullable Object> cell) {
        return object(cell.get("metadata")).get("tags") instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }

    private @Nullable List<Output> recorded(Map<String, @Nullable Object> cell) {
        if (!(cell.get("outputs") instanceof List<?> outputs)) return null;
        // A cell that was never run has recorded nothing; one that ran and printed nothing has.
        if (outputs.isEmpty() && cell.get("execution_count") == null) return null;
        return outputs.stream().map(each -> output(object(each))).filter(Objects::nonNull).toList();
    }

    private static @Nullable Output output(Map<String, @Nullable Object> output) {
        var type = output.get("output_type");
        if ("stream".equals(type)) {
            return new Output.Stream(String.valueOf(output.getOrDefault("name", "stdout")), text(output.get("text")));
        }
        if ("error".equals(type)) {
            var lines = output.get("traceback") instanceof List<?> list ? list : List.of();
            return new Output.Failed(text(output.get("ename")), text(output.get("evalue")),
                    lines.stream().map(String::valueOf).toList());
        }
        if (!"execute_result".equals(type) && !"display_data".equals(type)) return null;
        var data = object(output.get("data"));
        data.replaceAll((mime, form) -> isJson(mime) || joined(form) == null ? sorted(form) : joined(form));
        return new Output.Shown("execute_result".equals(type), data, object(output.get("metadata")));
    }

    @Override
    public List<Cell> cells() { return List.copyOf(cells); }

    @Override
    public String with(Map<Integer, Cell.Ran> ran) {
        var copy = object(root);
        var all = new ArrayList<@Nullable Object>(cellsOf(root));
        ran.forEach((number, now) -> {
            int place = places.get(number - 1);
            var cell = object(all.get(place));
            cell.put("execution_count", new NotebookJson.Digits(String.valueOf(now.count())));
            cell.put("outputs", now.outputs().stream().map(o -> json(o, now.count())).toList());
            all.set(place, cell);
        });
        copy.put("cells", all);
        return NotebookJson.write(copy);
    }

    @Override
    public List<Output> asRecorded(List<Output> outputs) {
        return outputs.stream().map(o -> NotebookJson.read(NotebookJson.write(json(o, 0)))).map(o -> output(object(o)))
                .filter(Objects::nonNull).toList();
    }

    /// An output with its keys in the order of the alphabet, as Jupyter writes them.
    private static Map<String, @Nullable Object> json(Output output, int count) {
        var json = new TreeMap<String, @Nullable Object>();
        switch (output) {
            case Output.Stream(var name, var text) -> {
                json.put("name", name);
                json.put("output_type", "stream");
                json.put("text", lines(text));
            }
            case Output.Failed(var name, var message, var traceback) -> {
                json.put("ename", name);
                json.put("evalue", message);
                json.put("output_type", "error");
                json.put("traceback", traceback);
            }
            case Output.Shown shown -> {
                var data = new TreeMap<String, @Nullable Object>(shown.data());
                data.replaceAll(
                        (mime, form) -> form instanceof String text && isText(mime) ? lines(text) : sorted(form));
                json.put("data", data);
                if (shown.isResult()) json.put("execution_count", new NotebookJson.Digits(String.valueOf(count)));
                json.put("metadata", sorted(shown.metadata()));
                json.put("output_type", shown.isResult() ? "execute_result" : "display_data");
            }
        }
        return json;
    }

    private static @Nullable Object sorted(@Nullable Object json) {
        return switch (json) {
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, @Nullable Object>();
                map.forEach((name, each) -> sorted.put(String.valueOf(name), sorted(each)));
                yield sorted;
            }
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>();
                list.forEach(each -> copy.add(sorted(each)));
                yield copy;
            }
            case null, default -> json;
        };
    }

    static List<String> lines(String text) { return LINE.matcher(text).results().map(m -> m.group()).toList(); }

    private static boolean isJson(String mime) {
        return mime.equals("application/json") || (mime.startsWith("application/") && mime.endsWith("+json"));
    }

    /// Those forms that Jupyter cuts into lines.
    private static boolean isText(String mime) {
        return mime.startsWith("text/") || mime.equals("application/javascript") || mime.equals("image/svg+xml");
    }

    private static String text(@Nullable Object json) {
        var text = joined(json);
        return text == null ? "" : text;
    }

    /// A text, or the lines that it was cut into; null for anything else.
    private static @Nullable String joined(@Nullable Object json) {
        return switch (json) {
            case String text -> text;
            case List<?> list when list.stream().allMatch(String.class::isInstance) ->
                list.stream().map(String::valueOf).collect(Collectors.joining());
            case null, default -> null;
        };
    }

    /// A copy of a JSON object; an empty one for anything else.
    private static Map<String, @Nullable Object> object(@Nullable Object json) {
        var copy = new java.util.LinkedHashMap<String, @Nullable Object>();
        if (json instanceof Map<?, ?> map) map.forEach((name, each) -> copy.put(String.valueOf(name), each));
        return copy;
    }
}
