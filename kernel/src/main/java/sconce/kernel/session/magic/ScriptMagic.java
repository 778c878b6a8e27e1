package sconce.kernel.session.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `%%bash` and its like: the cell below in another language, as a process of its own.
final class ScriptMagic implements Magic {
    private static final Map<String, List<String>> PROGRAMS = Map.of("bash", List.of("bash"), "sh", List.of("sh"),
            "python", List.of("python3", "-"), "python3", List.of("python3", "-"), "perl", List.of("perl"), "ruby",
            List.of("ruby"));

    @Override
    public List<String> names() { return List.of("bash", "sh", "script", "python", "python3", "perl", "ruby"); }

    @Override
    public String usage() {
        return "%%bash [ARGUMENTS]\n%%sh, %%python3, %%perl, %%ruby [ARGUMENTS]\n%%script PROGRAM [ARGUMENTS]";
    }

    @Override
    public String help() { return "run the cell below as a script; it sees none of the session's variables"; }

    @Override
    public boolean isCell() { return true; }

    @Override
    public @Nullable Object run(Call call, Host host) throws Exception {
        if (call.body() == null) return line(call, host);
        var words = call.words();
        if (call.name().equals("script") && words.isEmpty()) throw new MagicException("%%script wants a program");
        var command = new ArrayList<>(PROGRAMS.getOrDefault(call.name(), List.of()));
        if ((call.name().equals("bash") || call.name().equals("sh")) && !words.isEmpty()) command.add("-s");
        command.addAll(words);
        int code = ShellProcess.run(command, call.body(), host, host::out);
        if (code != 0) throw new MagicException(command.getFirst() + " ended with exit code " + code);
        return null;
    }

    /// IJava's `%sh ls -l`: gives the lines.
    private static @Nullable Object line(Call call, Host host) throws Exception {
        if (!call.name().equals("sh") && !call.name().equals("bash")) {
            throw new MagicException("the script stands below its first line: %%" + call.name());
        }
        return new ShellMagic().run(call, host);
    }
}
