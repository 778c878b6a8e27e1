package sconce;

import org.jspecify.annotations.Nullable;

/// Python's `print`, which sessions have imported.
///
/// ```java
/// print(Torch.ones(2), "and", null)   // tensor([1., 1.]) and None
/// ```
public final class Print {
    private Print() {}

    /// Prints an empty line.
    public static void print() { System.out.println(); }

    /// Prints a value as its `toString` has it; null is `None`.
    public static void print(@Nullable Object value) { System.out.println(text(value)); }

    /// Prints values with a space between them.
    public static void print(@Nullable Object first, @Nullable Object second, @Nullable Object... more) {
        var line = new StringBuilder(text(first)).append(' ').append(text(second));
        for (var value : more) line.append(' ').append(text(value));
        System.out.println(line);
    }

    private static String text(@Nullable Object value) { return value == null ? "None" : value.toString(); }
}
