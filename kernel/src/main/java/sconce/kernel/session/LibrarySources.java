package sconce.kernel.session;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Documentation comments of what is on the class path, from the sources jar beside a jar or the source folder of the
/// project it was built in. (JShell itself knows the sources of the JDK alone.)
final class LibrarySources {
    /// A signature as JShell prints it, taken apart: `a.b.C.m(T)` declares `m`, with a parameter of type `T`, in `a.b.C`.
    private record Declaration(String type, @Nullable String member, @Nullable List<String> parameters) {
        static Declaration of(String signature) {
            var plain = signature;
            for (var before = ""; !before.equals(plain);) {
                before = plain;
                plain = plain.replaceAll("<[^<>]*>", "");
            }
            int open = plain.indexOf('(');
            var head = (open < 0 ? plain.replaceFirst(":.*", "") : plain.substring(0, open)).strip();
            var name = head.substring(head.lastIndexOf(' ') + 1);
            var parameters = open < 0 ? null : parameterTypes(plain.substring(open + 1, plain.lastIndexOf(')')));
            var last = name.substring(name.lastIndexOf('.') + 1);
            if (open < 0 && Character.isUpperCase(last.charAt(0)) && !signature.contains(":")) {
                return new Declaration(name, null, null);
            }
            if (Character.isUpperCase(last.charAt(0)) && open >= 0 && head.equals(name)) {
                return new Declaration(name, "<init>", parameters);
            }
            return new Declaration(name.substring(0, Math.max(0, name.lastIndexOf('.'))), last, parameters);
        }

        private static List<String> parameterTypes(String list) {
            return list.isBlank() ? List.of() : List.of(list.split(",")).stream().map(LibrarySources::simple).toList();
        }
    }

    /// What is known of a declaration: its comment, and its parameters with their names.
    record Found(String comment, @Nullable String parameters) {}

    /// `Tensor` of `sconce.Tensor`, `final @Nullable Tensor`, `Tensor<?>...`: erased, for comparison.
    private static String simple(String type) {
        return type.replaceAll("<.*>|@\\w+|\\bfinal\\b|\\.\\.\\.|\\[]", "").strip().replaceAll("^(?:\\w+\\.)+", "")
                .replaceAll("\\s.*", "");
    }

    /// What has been looked for: the class path of a process stays what it is.
    private static final Map<String, Optional<Found>> KNOWN = new ConcurrentHashMap<>();

    private LibrarySources() {}

    /// What the sources say of what the signature declares, or null.
    static @Nullable Found find(String signature) {
        return KNOWN.computeIfAbsent(signature, s -> Optional.ofNullable(look(s))).orElse(null);
    }

    private static @Nullable Found look(String signature) {
        var declaration = Declaration.of(signature);
        // A nested type's file is that of its outermost one.
        var file = declaration.type.replaceFirst("((?:^|\\.)[A-Z]\\w*)\\..*", "$1").replace('.', '/') + ".java";
        try {
            for (var place : places()) {
                var text = read(place, file);
                if (text != null) {
                    return find(text, declaration);
                }
            }
            return null;
        } catch (IOException e) {
            return null; // documentation is a courtesy
        }
    }

    private static List<Path> places() {
        var places = new ArrayList<Path>();
        for (var entry : List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))) {
            var path = Path.of(entry).toAbsolutePath();
            if (entry.endsWith(".jar")) {
                places.add(path.resolveSibling(path.getFileName().toString().replace(".jar", "-sources.jar")));
            } else if (path.endsWith(Path.of("target", "classes"))) {
                places.add(path.resolve("../../src/main/java").normalize());
            }
            for (var up = path.getParent(); up != null && path.toString().contains("target"); up = up.getParent()) {
                places.add(up.resolve("stdlib/src/main/java"));
            }
        }
        return places.stream().distinct().filter(Files::exists).toList();
    }

    private static @Nullable String read(Path place, String file) throws IOException {
        if (Files.isDirectory(place)) {
            var source = place.resolve(file);
            return Files.exists(source) ? Files.readString(source) : null;
        }
        try (var zip = new ZipFile(place.toFile())) {
            var entry = zip.getEntry(file);
            return entry == null ? null : new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static @Nullable Found find(String source, Declaration declaration) throws IOException {
        var object = new SimpleJavaFileObject(URI.create("source:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) { return source; }
        };
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(Writer.nullWriter(), null, _ -> {
        }, List.of("-proc:none"), null, List.of(object));
        for (CompilationUnitTree unit : task.parse()) {
            var path = new TreePath(unit);
            var packageName = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
            var names = declaration.type.substring(packageName.length()).split("\\.", -1);
            for (int i = 0; i < names.length && path != null; i++) {
                path = type(path, names[i]);
            }
            var found = path == null || declaration.member == null ? path : member(path, declaration);
            if (found == null) return null;
            var comment = DocTrees.instance(task).getDocComment(found);
            return comment == null ? null : new Found(comment, parameters(found.getLeaf()));
        }
        return null;
    }

    private static @Nullable String parameters(Tree declared) {
        return declared instanceof MethodTree method
                ? method.getParameters().stream().map(p -> p.getType() + " " + p.getName())
                        .collect(Collectors.joining(", ", "(", ")"))
                : null;
    }

    private static @Nullable TreePath type(TreePath in, String name) {
        var members = in.getLeaf() instanceof CompilationUnitTree unit
                ? unit.getTypeDecls()
                : ((ClassTree) in.getLeaf()).getMembers();
        return members.stream().filter(m -> m instanceof ClassTree c && c.getSimpleName().contentEquals(name))
                .findFirst()
                .map(m -> new TreePath(in, m)).orElse(null);
    }

    private static @Nullable TreePath member(TreePath type, Declaration declaration) {
        return ((ClassTree) type.getLeaf()).getMembers().stream().filter(m -> declares(m, declaration)).findFirst()
                .map(m -> new TreePath(type, m)).orElse(null);
    }

    private static boolean declares(Tree member, Declaration declaration) {
        return switch (member) {
            case MethodTree method ->
                method.getName().contentEquals(declaration.member) && declaration.parameters != null
                        && method.getParameters().stream().map(p -> simple(p.getType().toString())).toList()
                                .equals(declaration.parameters);
            case VariableTree field ->
                declaration.parameters == null && field.getName().contentEquals(declaration.member);
            default -> false;
        };
    }
}
