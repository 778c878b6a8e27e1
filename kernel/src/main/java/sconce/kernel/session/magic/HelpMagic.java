package sconce.kernel.session.magic;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Completions;

/// `%magic NAME`, also written `%NAME?`: what a magic does.
final class HelpMagic implements Magic {
    @Override
    public List<String> names() { return List.of("magic", "help", "quickref"); }

    @Override
    public String usage() { return "%magic [NAME]\n%NAME?"; }

    @Override
    public String help() { return "what a magic does and how it is written; without a name, all of them"; }

    @Override
    public @Nullable Object run(Call call, Host host) {
        var words = call.words();
        var chosen = words.isEmpty()
                ? host.magics().all().stream().filter(magic -> !(magic instanceof PythonMagic)).toList()
                : words.stream().map(name -> find(name, host)).toList();
        host.out(chosen.stream().map(HelpMagic::text).collect(Collectors.joining("\n")));
        return null;
    }

    private static Magic find(String written, Host host) {
        var magic = host.magics().find(written.replaceFirst("^%+", ""));
        if (magic == null) throw host.magics().unknown(written.startsWith("%") ? written : "%" + written);
        return magic;
    }

    static String text(Magic magic) { return magic.usage() + "\n    " + magic.help() + "\n"; }

    @Override
    public List<Completions.Match> complete(List<String> words, Host host) {
        return Choices.of(words.getLast(),
                host.magics().all().stream().flatMap(magic -> magic.names().stream()).toList(), "magic");
    }
}
