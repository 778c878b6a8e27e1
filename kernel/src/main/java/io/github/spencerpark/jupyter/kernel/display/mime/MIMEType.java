package io.github.spencerpark.jupyter.kernel.display.mime;

/// IJava's name for [org.dflib.jjava.jupyter.kernel.display.mime.MIMEType].
public final class MIMEType extends org.dflib.jjava.jupyter.kernel.display.mime.MIMEType {
    public static final MIMEType ANY = parse("*/*");
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

    private MIMEType(org.dflib.jjava.jupyter.kernel.display.mime.MIMEType of) { super(of); }

    public static MIMEType parse(String text) {
        return new MIMEType(org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.parse(text));
    }
}
