package sconce.kernel.session;

/// The few colours of error texts. They stand on JupyterLab's error background: light (#ffdddd) or dark (about #511f1b).
/// This red has a contrast of 3.2 and 3.4 there, and is bold; of the sixteen plain colours none reaches 3 on both (blue 2.6,
/// cyan and yellow 1.6 on the light one), so what is not red is bold in the theme's own colour.
final class Ansi {
    private Ansi() {}

    static String red(String text) { return "\u001b[1;38;5;196m" + text + "\u001b[0m"; }

    static String dim(String text) { return "\u001b[2m" + text + "\u001b[0m"; }

    static String bold(String text) { return "\u001b[1m" + text + "\u001b[0m"; }
}
