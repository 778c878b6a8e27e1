package sconce.kernel.session;

/// The few colours of error texts. Red and blue read well on light and dark alike; cyan and yellow do not.
final class Ansi {
    private Ansi() {}

    static String red(String text) { return "\u001b[1;31m" + text + "\u001b[0m"; }

    static String blue(String text) { return "\u001b[34m" + text + "\u001b[0m"; }

    static String dim(String text) { return "\u001b[2m" + text + "\u001b[0m"; }

    static String bold(String text) { return "\u001b[1m" + text + "\u001b[0m"; }
}
