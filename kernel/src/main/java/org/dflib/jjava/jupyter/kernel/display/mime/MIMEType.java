package org.dflib.jjava.jupyter.kernel.display.mime;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A MIME type: `image/svg+xml`, `text/*`.
public class MIMEType {
    private static final Pattern FORM = Pattern
            .compile("([^/\\s]+)(?:/(?:((?:[^.+\\s]+\\.)*[^.+\\s]+)\\.)?([^.+\\s]+)(?:\\+([^+\\s]+))?)?");

    public static final MIMEType ANY = new MIMEType("*", null, "*", null);
    public static final MIMEType APPLICATION_XML = parse("application/xml");
    public static final MIMEType APPLICATION_JSON = parse("application/json");
    public static final MIMEType APPLICATION_JAVASCRIPT = parse("application/javascript");
    public static final MIMEType APPLICATION_PDF = parse("application/pdf");
    public static final MIMEType TEXT_HTML = parse("text/html");
    public static final MIMEType TEXT_MARKDOWN = parse("text/markdown");
    public static final MIMEType TEXT_LATEX = parse("text/latex");
    public static final MIMEType TEXT_PLAIN = parse("text/plain");
    public static final MIMEType TEXT_CSS = parse("text/css");
    public static final MIMEType IMAGE_PNG = parse("image/png");
    public static final MIMEType IMAGE_JPEG = parse("image/jpeg");
    public static final MIMEType IMAGE_GIF = parse("image/gif");
    public static final MIMEType IMAGE_SVG = parse("image/svg+xml");

    private final String group;
    private final @Nullable String tree;
    private final @Nullable String subtype;
    private final @Nullable String suffix;

    public MIMEType(String group, @Nullable String tree, @Nullable String subtype, @Nullable String suffix) {
        this.group = group;
        this.tree = tree;
        this.subtype = subtype;
        this.suffix = suffix;
    }

    protected MIMEType(MIMEType of) { this(of.group, of.tree, of.subtype, of.suffix); }

    public static MIMEType parse(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) throw new IllegalArgumentException(text + " is no MIME type: write one such as text/html");
        return new MIMEType(form.group(1), form.group(2), form.group(3), form.group(4));
    }

    public String getGroup() { return group; }

    public @Nullable String getTree() { return tree; }

    public @Nullable String getSubtype() { return subtype; }

    public @Nullable String getSuffix() { return suffix; }

    public boolean hasTree() { return tree != null; }

    public boolean hasSubtype() { return subtype != null; }

    public boolean hasSuffix() { return suffix != null; }

    public MIMEType withoutSuffix() { return new MIMEType(group, tree, subtype, null); }

    public boolean subtypeIsWildcard() { return "*".equals(subtype); }

    public boolean isWildcard() { return group.equals("*"); }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof MIMEType type && type.toString().equals(toString());
    }

    @Override
    public final int hashCode() { return toString().hashCode(); }

    @Override
    public final String toString() {
        return group + (subtype == null ? "" : "/" + (tree == null ? "" : tree + ".") + subtype)
                + (suffix == null ? "" : "+" + suffix);
    }
}
