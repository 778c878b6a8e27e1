package sconce.kernel.session.magic;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `%lsmagic`: which magics there are.
final class LsmagicMagic implements Magic {
    @Override
    public List<String> names() { return List.of("lsmagic"); }

    @Override
    public String usage() { return "%lsmagic"; }

    @Override
    public String help() { return "list the magics"; }

    @Override
    public @Nullable Object run(Call call, Host host) {
        var all = host.magics().all().stream().filter(magic -> !(magic instanceof PythonMagic)).toList();
        host.out("Line magics:\n" + all.stream().filter(Magic::isLine).flatMap(m -> m.names().stream())
                .map(name -> name.equals("!") ? "!command" : "%" + name).collect(Collectors.joining("  "))
                + "\n\nCell magics:\n" + all.stream().filter(Magic::isCell).flatMap(m -> m.names().stream())
                        .map(name -> "%%" + name).collect(Collectors.joining("  "))
                + "\n\n%magic NAME or %NAME? tells more about one.\n");
        return null;
    }
}
