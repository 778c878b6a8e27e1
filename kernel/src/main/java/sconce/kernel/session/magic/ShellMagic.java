package sconce.kernel.session.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Completions;

/// `!ls` and `%sx ls`: a command of the shell.
final class ShellMagic implements Magic {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}|(?<![\\\\$])\\$(\\w+)");

    @Override
    public List<String> names() { return List.of("!", "system", "sx"); }

    @Override
    public String usage() { return "!COMMAND\nvar lines = !COMMAND"; }

    @Override
    public String help() {
        return "run a command of the shell; {name} and $name are variables of the session where it has one";
    }

    @Override
    public boolean isCell() { return true; }

    @Override
    public String valueType() { return "java.util.List<String>"; }

    @Override
    public @Nullable Object run(Call call, Host host) throws Exception {
        var command = filledIn(call.body() == null ? call.text() : call.body(), host);
        if (command.isBlank()) throw new MagicException("this wants a command: !ls");
        boolean isAssigned = call.isAssigned();
        var out = new StringBuilder();
        int code = ShellProcess.run(ShellProcess.shell(command), "", host, text -> {
            if (isAssigned) out.append(text);
            else host.out(text);
        });
        if (command.strip().matches("cd(\\s+[^;&|]*)?")) {
            host.err("that folder was the command's own: %cd changes the session's\n");
        }
        if (code != 0) host.err("exit code " + code + "\n");
        return isAssigned ? new ArrayList<>(out.toString().lines().toList()) : null;
    }

    private static String filledIn(String command, Host host) {
        return VARIABLE.matcher(command).replaceAll(found -> {
            var text = host.textOf(found.group(1) != null ? found.group(1) : found.group(2));
            return Matcher.quoteReplacement(text == null ? found.group() : text);
        });
    }

    @Override
    public List<Completions.Match> complete(List<String> words, Host host) {
        return Choices.files(words.getLast(), host, _ -> true);
    }
}
