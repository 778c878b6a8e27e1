package sconce.show;

/// Text in HTML.
public final class Html {
    private Html() {}

    /// The text as it must stand in HTML, inside elements and inside quoted attributes, to be read as itself.
    public static String escape(CharSequence text) {
        var out = new StringBuilder(text.length() + 16);
        escape(text, out);
        return out.toString();
    }

    static void escape(CharSequence text, StringBuilder out) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(legal(c) ? c : '\uFFFD');
            }
        }
    }

    // Control characters have no form in HTML at all, not even an escaped one.
    private static boolean legal(char c) { return (c >= ' ' && c != '\u007f') || c == '\n' || c == '\t' || c == '\r'; }
}
