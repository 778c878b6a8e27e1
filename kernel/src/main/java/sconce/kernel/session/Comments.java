package sconce.kernel.session;

/// Comments as blanks, offsets kept: what is left begins and ends with code.
public final class Comments {
    private Comments() {}

    /// The same text with comments as blanks.
    public static String blank(String code) {
        var out = new StringBuilder(code);
        for (int i = 0; i < code.length();) {
            int end = tokenEnd(code, i);
            if (isComment(code, i)) {
                for (int j = i; j < end; j++) {
                    if (code.charAt(j) != '\n') {
                        out.setCharAt(j, ' ');
                    }
                }
            }
            i = end;
        }
        return out.toString();
    }

    /// Whether what comes next would be in a comment, a string or a character.
    static boolean isOpenAfter(String code) {
        var text = code + "x";
        int at = 0;
        while (at < code.length()) {
            int end = tokenEnd(text, at);
            if (end > code.length()) {
                return true;
            }
            at = end;
        }
        return false;
    }

    /// Whether a comment begins here.
    public static boolean isComment(String code, int at) {
        return code.startsWith("//", at) || code.startsWith("/*", at);
    }

    /// The end of the comment, string, text block or character that begins here, else the next character.
    public static int tokenEnd(String code, int at) {
        if (code.startsWith("//", at)) {
            int end = code.indexOf('\n', at);
            return end < 0 ? code.length() : end;
        }
        if (code.startsWith("/*", at)) {
            int end = code.indexOf("*/", at + 2);
            return end < 0 ? code.length() : end + 2;
        }
        if (code.startsWith("\"\"\"", at)) {
            return literalEnd(code, at + 3, "\"\"\"", false);
        }
        char c = code.charAt(at);
        return c == '"' || c == '\'' ? literalEnd(code, at + 1, String.valueOf(c), true) : at + 1;
    }

    private static int literalEnd(String code, int from, String quote, boolean oneLine) {
        for (int i = from; i < code.length(); i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.startsWith(quote, i)) {
                return i + quote.length();
            } else if (oneLine && code.charAt(i) == '\n') {
                return i;
            }
        }
        return code.length();
    }
}
