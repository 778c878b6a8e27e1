package sconce.kernel.replay;

import java.util.regex.Pattern;

/// Colours, or none. Red, green and blue read well on light and dark alike.
///
/// @param on whether escape codes may be written
public record Ink(boolean on) {
    private static final Pattern CODES = Pattern
            .compile("\u001b(?:\\[[0-9;:?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|[@-Z\\\\-_])");

    String red(String text) { return paint("1;31", text); }

    String green(String text) { return paint("32", text); }

    String blue(String text) { return paint("34", text); }

    String yellow(String text) { return paint("33", text); }

    String bold(String text) { return paint("1", text); }

    String dim(String text) { return paint("2", text); }

    /// A text that brings its own colours.
    String own(String text) { return on ? text : plain(text); }

    private String paint(String code, String text) { return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text; }

    /// The text without escape codes.
    static String plain(String text) { return text.indexOf('\u001b') < 0 ? text : CODES.matcher(text).replaceAll(""); }
}
