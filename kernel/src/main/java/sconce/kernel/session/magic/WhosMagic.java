package sconce.kernel.session.magic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `%whos`: the variables with their types and values.
final class WhosMagic implements Magic {
    private static final int WIDEST = 60;

    @Override
    public List<String> names() { return List.of("whos"); }

    @Override
    public String usage() { return "%whos"; }

    @Override
    public String help() { return "the variables with their types and values"; }

    @Override
    public @Nullable Object run(Call call, Host host) {
        var variables = host.declarations().variables();
        if (variables.isEmpty()) {
            host.out("nothing has been declared\n");
            return null;
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Variable", "Type", "Value"));
        variables.forEach(v -> rows.add(List.of(v.name(), v.type(), shortened(v.value()))));
        int names = rows.stream().mapToInt(row -> row.get(0).length()).max().orElse(0);
        int types = rows.stream().mapToInt(row -> row.get(1).length()).max().orElse(0);
        rows.add(1, List.of("-".repeat(names), "-".repeat(types), "-".repeat("Value".length())));
        for (var row : rows) {
            host.out(("%-" + names + "s   %-" + types + "s   %s").formatted(row.toArray()).stripTrailing() + "\n");
        }
        return null;
    }

    private static String shortened(String value) {
        var line = value.lines().findFirst().orElse("");
        boolean more = value.lines().skip(1).findFirst().isPresent() || line.length() > WIDEST;
        return (line.length() > WIDEST ? line.substring(0, WIDEST) : line) + (more ? "…" : "");
    }
}
