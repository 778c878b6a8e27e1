package sconce.kernel.terminal;

import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;

/// The colours, or none. Only those of the sixteen that are read on light and dark grounds alike: no yellow, no cyan.
///
/// @param coloured whether there are any
record Palette(boolean coloured) {
    static final Palette PLAIN = new Palette(false);

    /// None where the user (`NO_COLOR`) or the terminal does not want them.
    static Palette of(Terminal terminal) {
        var unwanted = System.getenv("NO_COLOR");
        var colours = terminal.getNumericCapability(Capability.max_colors);
        return new Palette((unwanted == null || unwanted.isEmpty()) && colours != null && colours >= 8);
    }

    AttributedStyle keyword() { return style(AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE)); }

    AttributedStyle type() { return style(AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA)); }

    AttributedStyle string() { return style(AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN)); }

    AttributedStyle number() { return style(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED)); }

    AttributedStyle faint() { return style(AttributedStyle.DEFAULT.faint()); }

    AttributedStyle bold() { return style(AttributedStyle.DEFAULT.bold()); }

    AttributedStyle error() { return style(AttributedStyle.BOLD.foreground(AttributedStyle.RED)); }

    /// For the two brackets of a pair.
    AttributedStyle pair() { return style(AttributedStyle.BOLD.underline()); }

    AttributedStyle in() { return style(AttributedStyle.BOLD.foreground(AttributedStyle.GREEN)); }

    AttributedStyle out() { return style(AttributedStyle.BOLD.foreground(AttributedStyle.RED)); }

    private AttributedStyle style(AttributedStyle wanted) { return coloured ? wanted : AttributedStyle.DEFAULT; }

    /// Without the escape sequences that others have put into a text, where there are no colours.
    String plainOr(String text) { return coloured ? text : text.replaceAll("\u001b\\[[0-9;]*m", ""); }
}
