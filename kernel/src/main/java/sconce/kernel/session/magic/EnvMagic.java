package sconce.kernel.session.magic;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Completions;

/// `%env`, `%env HOME`, `%env NAME=value`: the environment.
final class EnvMagic implements Magic {
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_]\\w*)(?:\\s*=\\s*|\\s+)(.*)", Pattern.DOTALL);

    @Override
    public List<String> names() { return List.of("env", "set_env"); }

    @Override
    public String usage() { return "%env\n%env NAME\n%env NAME=VALUE"; }

    @Override
    public String help() {
        return "show the environment or a variable of it, or set one for shell commands (a JVM cannot change its own)";
    }

    @Override
    public @Nullable Object run(Call call, Host host) {
        var environment = host.environment();
        var text = call.text();
        if (text.isEmpty()) {
            environment.forEach((name, value) -> host.out(name + "=" + value + "\n"));
            return null;
        }
        var assignment = ASSIGNMENT.matcher(text);
        if (!assignment.matches()) {
            var value = environment.get(text);
            if (value != null) return value;
            throw new MagicException("there is no environment variable " + text + "; %env lists them");
        }
        var value = assignment.group(2).replaceFirst("^([\"'])(.*)\\1$", "$2");
        environment.put(assignment.group(1), value);
        host.out("env: %s=%s%n".formatted(assignment.group(1), value));
        if (!value.equals(System.getenv(assignment.group(1)))) {
            host.err("this holds for ! and %%bash; System.getenv(\"" + assignment.group(1)
                    + "\") keeps what the JVM was started with\n");
        }
        return null;
    }

    @Override
    public List<Completions.Match> complete(List<String> words, Host host) {
        return words.size() > 1 ? List.of() : Choices.of(words.getLast(), host.environment().keySet(), "variable");
    }
}
