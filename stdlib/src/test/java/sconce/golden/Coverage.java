package sconce.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sconce.nn.F;
import sconce.nn.Init;
import tools.jackson.databind.JsonNode;

/// PyTorch's public names, from `surface.json`, and what stands for each in Java: class, methods, functions, and for every
/// argument a parameter or an option of its name.
final class Coverage {
    /// Sections in which arguments are compared too; in the others golden files call each function with them.
    private static final List<String> WITH_ARGUMENTS = List.of("torch.nn", "torch.optim", "torch.utils.data");

    /// The Java package or class in which a section's names stand, by the section's name or the beginning of it.
    private static final Map<String, List<String>> HOMES = Map.ofEntries(
            Map.entry("torch", List.of("sconce.Torch", "sconce.nn.F", "sconce", "sconce.io")),
            Map.entry("torch classes", List.of("sconce", "sconce.Torch")),
            Map.entry("torch.Tensor", List.of("sconce.Tensor")),
            Map.entry("torch.linalg", List.of("sconce.Linalg")),
            Map.entry("torch.special", List.of("sconce.Special")),
            Map.entry("torch.fft", List.of("sconce.FFT")),
            Map.entry("torch.autograd", List.of("sconce.Autograd", "sconce")),
            Map.entry("torch.autograd.functional", List.of("sconce.Autograd", "sconce")),
            Map.entry("torch.func", List.of("sconce.Func", "sconce", "sconce.nn")),
            Map.entry("torch.nn classes", List.of("sconce.nn", "sconce")),
            Map.entry("torch.nn others", List.of("sconce.nn", "sconce")),
            Map.entry("torch.nn.functional", List.of("sconce.nn.F")),
            Map.entry("torch.nn.init", List.of("sconce.nn.Init")),
            Map.entry("torch.nn.modules.module", List.of("sconce.nn.GlobalHooks")),
            Map.entry("torch.nn.utils", List.of("sconce.nn")),
            Map.entry("torch.nn.utils.parametrize", List.of("sconce.nn.Parametrize", "sconce.nn")),
            Map.entry("torch.nn.utils.parametrizations", List.of("sconce.nn.Parametrizations", "sconce.nn")),
            Map.entry("torch.nn.utils.prune", List.of("sconce.nn.Prune", "sconce.nn")),
            Map.entry("torch.nn.utils.rnn", List.of("sconce.nn.Rnn", "sconce.nn")),
            Map.entry("torch.nn.utils.stateless", List.of("sconce.nn")),
            Map.entry("torch.optim", List.of("sconce.optim")),
            Map.entry("torch.optim.lr_scheduler", List.of("sconce.optim")),
            Map.entry("torch.optim.swa_utils", List.of("sconce.optim")),
            Map.entry("torch.utils.data", List.of("sconce.data")));

    private final Reasons reasons = Reasons.read();

    /// Something that PyTorch has and Java has not, and why.
    record Gap(String name, @Nullable String reason) {}

    /// A name of PyTorch's.
    ///
    /// @param python as one types it, with its parameters
    /// @param java what stands for it, or null
    /// @param options what its options are called
    /// @param gaps what is missing of it
    record Row(String name, String python, @Nullable String java, Set<String> options, List<Gap> gaps) {}

    /// A part of PyTorch: `torch.nn.functional`.
    record Section(String name, List<Row> rows) {
        List<Gap> gaps() { return rows.stream().flatMap(row -> row.gaps.stream()).toList(); }
    }

    /// What stands in Java for a name.
    ///
    /// @param shown as one types it, without arguments
    private record Found(String shown, List<? extends Executable> overloads) {}

    List<Section> sections() {
        var sections = new ArrayList<Section>();
        for (var section : Golden.own("surface.json").properties()) {
            if (!section.getValue().isObject()) continue;
            var rows = section.getValue().properties().stream()
                    .flatMap(entry -> rows(section.getKey(), entry.getKey(), entry.getValue())).toList();
            sections.add(new Section(section.getKey(), rows));
        }
        return sections;
    }

    /// Reasons for what is there after all.
    Set<String> needless() { return reasons.unused(); }

    private Stream<Row> rows(String section, String name, JsonNode entry) {
        var prefix = section.replaceFirst(" .*", "") + ".";
        var parameters = parameters(entry);
        var python = entry.path("property").asBoolean(false) ? name : name + "(" + String.join(", ", parameters) + ")";
        var found = find(section, name);
        if (found == null) {
            var gaps = List.of(gap(prefix + name));
            return Stream.of(new Row(prefix + name, python, null, Set.of(), gaps));
        }
        var options = new TreeSet<String>();
        for (var overload : found.overloads) options.addAll(options(overload));
        var gaps = new ArrayList<Gap>();
        if (WITH_ARGUMENTS.stream().anyMatch(section::startsWith)) {
            for (var parameter : parameters) argument(prefix + name, parameter, found, options, gaps);
            methods(section, prefix, name, entry, gaps);
        }
        return Stream.of(new Row(prefix + name, python, found.shown + shortest(found), options, gaps));
    }

    /// The arguments of the shortest overload.
    private static String shortest(Found found) {
        return found.overloads.stream().min(Comparator.<Executable>comparingInt(Executable::getParameterCount)
                .thenComparing(overload -> Arrays.toString(overload.getParameterTypes()))).map(
                        shortest -> Arrays
                                .stream(shortest.getParameters())
                                .filter(parameter -> Conversion.options(parameter.getParameterizedType()) == null)
                                .map(parameter -> parameter.getName() + (parameter.isVarArgs() ? ".." : ""))
                                .collect(Collectors.joining(", ", "(", ")")))
                .orElse("");
    }

    private void methods(String section, String prefix, String name, JsonNode entry, List<Gap> gaps) {
        for (var method : entry.path("methods")) {
            var type = classIn(section, name);
            if (type != null && overloads(type, method.stringValue(), false).isEmpty()
                    && overloads(type, method.stringValue(), true).isEmpty()) {
                gaps.add(gap(prefix + name + "." + method.stringValue()));
            }
        }
    }

    private Gap gap(String name) { return new Gap(name, reasons.of(name)); }

    private void argument(String name, String parameter, Found found, Set<String> options,
            List<Gap> gaps) {
        if (parameter.startsWith("*")) return;
        var python = parameter.replaceFirst("[=:].*", "").strip();
        var java = Names.camel(python);
        var required = !parameter.contains("=");
        // Python's T_max is Java's tMax.
        var there = options.stream().anyMatch(java::equalsIgnoreCase)
                || found.overloads.stream().anyMatch(overload -> has(overload, java));
        // What has no default goes by its place.
        if (there || required && found.overloads.stream().anyMatch(overload -> overload.getParameterCount() > 0))
            return;
        gaps.add(gap(name + "(" + python + ")"));
    }

    private static boolean has(Executable overload, String name) {
        return Arrays.stream(overload.getParameters())
                .anyMatch(parameter -> parameter.getName().equalsIgnoreCase(name));
    }

    private static Set<String> options(Executable overload) {
        var names = new LinkedHashSet<String>();
        for (var type : overload.getGenericParameterTypes()) {
            var options = Conversion.options(type);
            if (options == null) continue;
            for (var method : options.getMethods()) {
                if (method.getDeclaringClass() != Object.class && !Modifier.isStatic(method.getModifiers())) {
                    names.add(method.getName());
                }
            }
        }
        return names;
    }

    private static List<String> parameters(JsonNode entry) {
        var signature = entry.path("signatures").path(0).path("params");
        var parameters = new ArrayList<String>();
        signature.forEach(parameter -> parameters.add(parameter.stringValue()));
        return parameters;
    }

    private static @Nullable Found find(String section, String name) {
        if (section.endsWith(" methods")) {
            var simple = section.substring(section.lastIndexOf('.') + 1, section.length() - " methods".length());
            var type = type("sconce.nn." + simple) != null ? type("sconce.nn." + simple)
                    : type("sconce.optim." + simple);
            return type == null ? null : method(type, name, false, type.getSimpleName());
        }
        if (section.equals("torch.Tensor")) return method(sconce.Tensor.class, name, false, "Tensor");
        var asClass = classIn(section, name);
        if (asClass != null) return new Found("new " + shown(asClass), List.of(asClass.getConstructors()));
        for (var home : homes(section)) {
            for (var type : types(home)) {
                var found = method(type, name, true, shown(type));
                if (found != null) return found;
            }
        }
        return null;
    }

    private static @Nullable Class<?> classIn(String section, String name) {
        // A layer's class is not what stands for a tool of the same name.
        var taken = section.startsWith("torch.nn.utils")
                && Golden.own("surface.json").path("torch.nn classes").has(name);
        for (var home : homes(section)) {
            var isClass = type(home) != null;
            if (taken && !isClass) continue;
            var type = type(home + (isClass ? "$" : ".") + name);
            // Where file systems know no case, a class must bear the name exactly.
            if (type != null && type.getSimpleName().equals(name) && Modifier.isPublic(type.getModifiers()))
                return type;
        }
        return null;
    }

    private static List<String> homes(String section) { return HOMES.getOrDefault(section, List.of()); }

    private static @Nullable Found method(Class<?> type, String name, boolean isStatic, String shown) {
        var overloads = overloads(type, name, isStatic);
        if (!overloads.isEmpty()) return new Found(shown + "." + overloads.getFirst().getName(), overloads);
        for (var field : type.getFields()) {
            if ((field.getName().equals(name) || field.getName().equals(Names.camel(name)))
                    && Modifier.isStatic(field.getModifiers()) == isStatic) {
                return new Found(shown + "." + field.getName(), List.of());
            }
        }
        return null;
    }

    private static List<? extends Executable> overloads(Class<?> type, String name, boolean isStatic) {
        for (var java : List.of(Names.method(name), Names.camel(name))) {
            var overloads = Arrays.stream(type.getMethods())
                    .filter(method -> method.getName().equals(java)
                            && (Modifier.isStatic(method.getModifiers()) == isStatic))
                    .map(Calls::written).filter(method -> !method.isBridge())
                    .toList();
            if (!overloads.isEmpty()) return overloads;
        }
        return List.of();
    }

    private static String shown(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    /// A class, or the public classes of a package.
    private static List<Class<?>> types(String home) {
        var one = type(home);
        if (one != null) return List.of(one);
        try {
            var folder = Path.of(F.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .resolve(home.replace('.', '/'));
            if (!Files.isDirectory(folder)) return List.of();
            try (var files = Files.list(folder)) {
                return files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("-"))
                        .sorted().<Class<?>>map(file -> type(home + "." + file.replace(".class", "")))
                        .filter(type -> type != null && Modifier.isPublic(type.getModifiers())
                                && Modifier.isFinal(type.getModifiers()) && type != F.class && type != Init.class)
                        .toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static @Nullable Class<?> type(String name) {
        try {
            return Class.forName(name, false, Coverage.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError absent) {
            return null;
        }
    }
}
