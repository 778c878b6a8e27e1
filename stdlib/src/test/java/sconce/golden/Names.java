package sconce.golden;

import java.util.List;
import java.util.Map;

/// Python's names as Java's.
final class Names {
    /// Words that Java reserves.
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("float", "toFloat"), Map.entry("double", "toDouble"), Map.entry("int", "toInt"),
            Map.entry("long", "toLong"), Map.entry("short", "toShort"), Map.entry("byte", "toByte"),
            Map.entry("char", "toChar"));

    /// Where the functions of a Python module live in Java; the longest prefix counts.
    private static final Map<String, List<String>> HOMES = Map.ofEntries(
            Map.entry("torch", List.of("sconce.Torch")),
            Map.entry("torch.random", List.of("sconce.Torch")),
            Map.entry("torch.linalg", List.of("sconce.Linalg")),
            Map.entry("torch.fft", List.of("sconce.FFT")),
            Map.entry("torch.special", List.of("sconce.Special")),
            Map.entry("torch.autograd", List.of("sconce.Autograd")),
            Map.entry("torch.autograd.functional", List.of("sconce.Autograd")),
            Map.entry("torch.func", List.of("sconce.Func", "sconce.nn.Func")),
            Map.entry("torch.optim", List.of("sconce.optim")),
            Map.entry("torch.optim.lr_scheduler", List.of("sconce.optim")),
            Map.entry("torch.optim.swa_utils", List.of("sconce.optim", "sconce.optim.SwaUtils")),
            Map.entry("F", List.of("sconce.nn.F")),
            Map.entry("torch.nn.functional", List.of("sconce.nn.F")),
            Map.entry("nn", List.of("sconce.nn", "sconce")),
            Map.entry("nn.init", List.of("sconce.nn.Init")),
            Map.entry("torch.nn.init", List.of("sconce.nn.Init")),
            Map.entry("nn.utils", List.of("sconce.nn.Clip", "sconce.nn.Parametrize")),
            Map.entry("nn.utils.rnn", List.of("sconce.nn.Rnn")),
            Map.entry("nn.utils.prune", List.of("sconce.nn.Prune")),
            Map.entry("nn.utils.parametrize", List.of("sconce.nn.Parametrize")));

    /// The section of `surface.json` that lists a Python module's names.
    private static final Map<String, List<String>> SECTIONS = Map.of(
            "F", List.of("torch.nn.functional"), "nn", List.of("torch.nn classes", "torch.nn others"),
            "nn.init", List.of("torch.nn.init"), "torch", List.of("torch", "torch classes"));

    private Names() {}

    /// `named_children` as `namedChildren`; trailing underscores stay, leading ones go.
    static String camel(String python) {
        var name = new StringBuilder();
        var start = 0;
        while (start < python.length() && python.charAt(start) == '_') start++;
        for (var i = start; i < python.length(); i++) {
            var c = python.charAt(i);
            var inner = c == '_' && i + 1 < python.length();
            name.append(inner ? Character.toUpperCase(python.charAt(++i)) : c);
        }
        return name.toString();
    }

    static String method(String python) {
        var reserved = METHODS.get(python);
        return reserved != null ? reserved : camel(python);
    }

    static List<String> homes(String module) { return HOMES.getOrDefault(module, List.of()); }

    static List<String> sections(String module) { return SECTIONS.getOrDefault(module, List.of(module)); }
}
