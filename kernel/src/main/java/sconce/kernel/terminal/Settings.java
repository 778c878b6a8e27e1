package sconce.kernel.terminal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jline.terminal.impl.TerminalGraphics.Protocol;
import org.jspecify.annotations.Nullable;

/// What `/set` changes, for as long as the prompt lives.
final class Settings {
    private static final List<String> ON = List.of("on", "true", "yes");
    private static final List<String> OFF = List.of("off", "false", "no");

    boolean colour = true;
    boolean fold = true;
    boolean tips = true;
    @Nullable
    String editor = editorOf(System.getenv());
    /// `auto` asks the terminal.
    String pictures = "auto";

    static @Nullable String editorOf(Map<String, String> environment) {
        for (var name : List.of("SCONCE_EDITOR", "JSHELLEDITOR", "VISUAL", "EDITOR")) {
            var value = environment.get(name);
            if (value != null && !value.isBlank()) return value;
        }
        return null;
    }

    /// All of them with their values.
    Map<String, String> all() {
        return new TreeMap<>(Map.of("colour", text(colour), "fold", text(fold), "tips", text(tips), "editor",
                editor == null ? "built in" : editor, "pictures", pictures));
    }

    /// Changes one.
    ///
    /// @throws IllegalArgumentException with what is wrong, for the user
    void set(String name, String value) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "colour", "color" -> colour = truth(name, value);
            case "fold" -> fold = truth(name, value);
            case "tips" -> tips = truth(name, value);
            case "editor" -> editor = value.equals("-default") ? null : value;
            case "pictures" -> {
                if (!List.of("auto", "none", "kitty", "iterm2", "sixel").contains(value)) {
                    throw new IllegalArgumentException("pictures is auto, none, kitty, iterm2 or sixel, not " + value);
                }
                pictures = value;
            }
            case "feedback", "mode", "prompt", "format", "truncation", "indent" -> throw new IllegalArgumentException(
                    "there are no feedback modes, as jshell has them: a cell shows the value of its last expression; "
                            + "/set lists what can be set");
            case "start" -> throw new IllegalArgumentException(
                    "the imports that are always there are Sconce's; /open FILE adds yours");
            default -> throw new IllegalArgumentException(
                    "there is no setting '%s'; there are: %s".formatted(name, String.join(", ", all().keySet())));
        }
    }

    /// @param asked what the terminal says for itself
    Pictures pictures(Screen screen, PictureProtocol asked) {
        return switch (pictures) {
            case "auto" -> new Pictures(screen, asked::get);
            case "none" -> new Pictures(screen, () -> null);
            default -> {
                var chosen = Protocol.valueOf(pictures.toUpperCase(Locale.ROOT));
                yield new Pictures(screen, () -> chosen);
            }
        };
    }

    private static String text(boolean on) { return on ? "on" : "off"; }

    private static boolean truth(String name, String value) {
        if (ON.contains(value)) return true;
        if (OFF.contains(value)) return false;
        throw new IllegalArgumentException(name + " is on or off, not " + value);
    }
}
