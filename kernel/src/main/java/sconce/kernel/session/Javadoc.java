package sconce.kernel.session;

import java.util.regex.Pattern;

/// Documentation comments, HTML or Markdown, as text that reads well in a terminal and in a notebook.
final class Javadoc {
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+((?:[^{}]|\\{[^{}]*})*)}");
    private static final Pattern LINK = Pattern
            .compile("\\{@link(?:plain)?\\s+([^\\s{}]+(?:\\([^)]*\\))?)(?:\\s+([^{}]*))?}");
    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@(param|return|throws|see|since|apiNote|implNote"
            + "|implSpec|author|jls|spec|exception)\\b[ \t]*");

    /// `[Torch]`, `[#forward]`, `[Module#call(Object...)]`: a link of Markdown comments, which is no link with an address.
    private static final Pattern MARKDOWN_LINK = Pattern
            .compile(
                    "(?<![\\w`\\])])\\[((?:[A-Z][\\w.]*)?#[\\w]+(?:\\([^)\\]]*\\))?|[A-Z]\\w+(?:\\.[A-Z]\\w+)*)](?![\\w\\[(])");

    private Javadoc() {}

    /// The comment as Markdown.
    static String markdown(String comment) {
        var text = CODE.matcher(comment).replaceAll("`$1`");
        text = LINK.matcher(text).replaceAll(m -> java.util.regex.Matcher
                .quoteReplacement(
                        "`" + (m.group(2) == null ? m.group(1).replaceFirst("^#", "").replace('#', '.') : m.group(2))
                                + "`"));
        text = text.replaceAll("\\{@[a-zA-Z]+\\s+([^{}]*)}", "$1").replaceAll("(?i)</?(?:code|tt|kbd)>", "`")
                .replaceAll("(?i)</?(?:b|strong)>", "**").replaceAll("(?i)</?(?:i|em|cite)>", "*")
                .replaceAll("(?i)<pre>\\s*", "\n```java\n").replaceAll("(?i)\\s*</pre>", "\n```\n")
                .replaceAll("(?i)<li>\\s*", "\n- ").replaceAll("(?i)<p>|<h\\d>|</h\\d>|<br>", "\n\n")
                .replaceAll(
                        "(?i)</?(?:a|p|ul|ol|li|dl|dt|dd|blockquote|sup|sub|span|div|table|t[rhd]|tbody|thead|caption)"
                                + "(?:\\s[^>]*)?>",
                        "");
        text = BLOCK_TAG.matcher(text).replaceAll("\n**$1** ");
        text = MARKDOWN_LINK.matcher(text).replaceAll(m -> java.util.regex.Matcher
                .quoteReplacement("`" + m.group(1).replaceFirst("^#", "").replace('#', '.') + "`"));
        return entities(text).replaceAll("(?m)^[ \t]+$", "").replaceAll("(?m)^ (?! )", "").replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    /// The comment as plain text.
    static String text(String comment) {
        return markdown(comment).replaceAll("\\*\\*(\\w+)\\*\\*", "$1:").replaceAll("(?m)^```.*\n?", "").replace("`",
                "");
    }

    /// Names without their packages: `java.util.List<java.lang.String>` is `List<String>`.
    static String shortNames(String signature) { return signature.replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", ""); }

    private static String entities(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&quot;", "\"")
                .replace("&le;", "≤").replace("&ge;", "≥").replace("&amp;", "&");
    }
}
