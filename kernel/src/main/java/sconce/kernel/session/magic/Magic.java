package sconce.kernel.session.magic;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Completions;

/// A command to the session in the middle of Java: `%name words` on a line of its own, or `%%name words` as the first line
/// of a cell whose other lines it takes.
///
/// ```java
/// final class PwdMagic implements Magic {
///     public List<String> names() { return List.of("pwd"); }
///     public String usage() { return "%pwd"; }
///     public String help() { return "the folder that magics and shell commands work in"; }
///     public Object run(Call call, Host host) { return host.folder().toString(); }
/// }
/// ```
public interface Magic {
    /// Its name, then other names for it; without `%`.
    List<String> names();

    /// How it is written, one form a line.
    String usage();

    /// What it does, in one line.
    String help();

    /// Whether it can be written as `%name` among lines of Java.
    default boolean isLine() { return true; }

    /// Whether it can be written as `%%name` over lines of its own.
    default boolean isCell() { return false; }

    /// Whether the lines below `%%name` are Java.
    default boolean hasJavaBody() { return false; }

    /// The Java type of its value, for `var files = %name`.
    default String valueType() { return "Object"; }

    /// Does it. What it gives is the value of the line, shown when the line is the cell's last.
    ///
    /// @throws MagicException with a line for the user when it cannot
    @Nullable
    Object run(Call call, Host host) throws Throwable;

    /// What could stand at the end of `words`, of which the last is unfinished (it may be empty).
    default List<Completions.Match> complete(List<String> words, Host host) { return List.of(); }
}
