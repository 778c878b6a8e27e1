package sconce.kernel.jupyter.messages;

import java.util.List;

/// `kernel_info_reply`: the kernel and its language.
public record KernelInfoReply(String status, String protocolVersion, String implementation,
        String implementationVersion,
        LanguageInfo languageInfo, String banner, boolean debugger, List<HelpLink> helpLinks,
        List<String> supportedFeatures) implements Reply {

    /// The language, as editors and converters want to know it.
    public record LanguageInfo(String name, String version, String mimetype, String fileExtension, String pygmentsLexer,
            String codemirrorMode, String nbconvertExporter) {}

    /// An entry of the help menu.
    public record HelpLink(String text, String url) {}
}
