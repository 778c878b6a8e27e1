package sconce.kernel.session.magic;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `%who`: the names that have been declared.
final class WhoMagic implements Magic {
    @Override
    public List<String> names() { return List.of("who", "who_ls"); }

    @Override
    public String usage() { return "%who [TYPE]\n%who_ls [TYPE]"; }

    @Override
    public String help() {
        return "the names that have been declared, or those of variables of a type; %who_ls gives them as a list";
    }

    @Override
    public String valueType() { return "java.util.List<String>"; }

    @Override
    public @Nullable Object run(Call call, Host host) {
        var declared = host.declarations();
        var types = call.words();
        var variables = declared.variables().stream()
                .filter(variable -> types.isEmpty() || types.contains(variable.type().replaceFirst("<.*", "")))
                .map(variable -> variable.name());
        var names = types.isEmpty()
                ? Stream.of(variables, declared.methods().stream().map(method -> method.name() + "()"),
                        declared.types().stream().map(type -> type.name())).flatMap(each -> each).toList()
                : variables.toList();
        if (call.name().equals("who_ls") || call.isAssigned()) return names;
        host.out(names.isEmpty() ? "nothing has been declared\n"
                : names.stream().collect(Collectors.joining("  ", "", "\n")));
        return null;
    }
}
