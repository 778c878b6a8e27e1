package sconce.kernel.jupyter;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;

import sconce.kernel.jupyter.messages.CompleteReply;
import sconce.kernel.jupyter.messages.CompleteRequest;
import sconce.kernel.jupyter.messages.ConnectReply;
import sconce.kernel.jupyter.messages.ConnectRequest;
import sconce.kernel.jupyter.messages.InspectReply;
import sconce.kernel.jupyter.messages.InspectRequest;
import sconce.kernel.jupyter.messages.IsCompleteReply;
import sconce.kernel.jupyter.messages.IsCompleteRequest;
import sconce.kernel.jupyter.messages.KernelInfoReply;
import sconce.kernel.jupyter.messages.KernelInfoRequest;
import sconce.kernel.jupyter.wire.ConnectionFile;
import sconce.kernel.jupyter.wire.Header;
import sconce.kernel.session.Completeness;
import sconce.kernel.session.Session;

/// What the kernel says about itself and about code that it does not run: a method for each request. Jupyter counts code
/// points and Java UTF-16 units; here they are exchanged.
final class Answers {
    private final Supplier<Session> session;
    private final ConnectionFile connection;
    private final boolean debugger;

    Answers(Supplier<Session> session, ConnectionFile connection, boolean debugger) {
        this.debugger = debugger;
        this.session = session;
        this.connection = connection;
    }

    KernelInfoReply kernelInfo(KernelInfoRequest request, Exchange exchange) {
        var java = Runtime.version();
        var language = new KernelInfoReply.LanguageInfo("java",
                java.feature() + "." + java.interim() + "." + java.update(),
                "text/x-java", ".java", "java", "text/x-java", "script");
        var version = version();
        var links = List.of(new KernelInfoReply.HelpLink("Java " + java.feature(),
                "https://docs.oracle.com/en/java/javase/" + java.feature() + "/docs/api/"),
                new KernelInfoReply.HelpLink("torch.nn.Module",
                        "https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html"));
        return new KernelInfoReply("ok", Header.PROTOCOL, "sconce", version, language,
                "Sconce " + version + ": PyTorch's nn.Module in Java " + java.feature(), debugger, links,
                debugger ? List.of("kernel subshells", "debugger") : List.of("kernel subshells"));
    }

    ConnectReply connect(ConnectRequest request, Exchange exchange) {
        return new ConnectReply("ok", connection.shellPort(), connection.iopubPort(), connection.stdinPort(),
                connection.hbPort(), connection.controlPort());
    }

    CompleteReply complete(CompleteRequest request, Exchange exchange) {
        var code = request.code();
        var completions = session.get().complete(code, units(code, request.cursorPos()));
        int start = codePoints(code, completions.start());
        int end = codePoints(code, completions.end());
        return new CompleteReply(completions.matches().stream()
                .map(match -> new CompleteReply.TypedMatch(start, end, match.text(), match.type(), match.signature()))
                .toList(), start, end);
    }

    InspectReply inspect(InspectRequest request, Exchange exchange) {
        var code = request.code();
        var inspection = session.get().inspect(code, units(code, request.cursorPos()), request.detailLevel());
        return inspection == null ? InspectReply.NOT_FOUND : new InspectReply(Execution.mimeBundle(inspection));
    }

    IsCompleteReply isComplete(IsCompleteRequest request, Exchange exchange) {
        var completeness = session.get().isComplete(request.code());
        var status = completeness.status();
        return new IsCompleteReply(status.name().toLowerCase(Locale.ROOT),
                status == Completeness.Status.INCOMPLETE ? completeness.indent() : null);
    }

    /// UTF-16 units before a position in code points; a position past the end is the end.
    static int units(String code, int codePoints) {
        int length = code.codePointCount(0, code.length());
        return code.offsetByCodePoints(0, Math.clamp(codePoints, 0, length));
    }

    static int codePoints(String code, int units) {
        return code.codePointCount(0, Math.clamp(units, 0, code.length()));
    }

    private static String version() {
        var properties = new Properties();
        try (var in = Answers.class.getResourceAsStream("/META-INF/maven/io.github.sconce/kernel/pom.properties")) {
            if (in != null) properties.load(in);
        } catch (IOException e) {
            Debug.log("the version", e);
        }
        return properties.getProperty("version", "development");
    }
}
