package sconce.kernel.session.magic;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import sconce.kernel.session.Completions;

/// `%loadFromPOM pom.xml` and `%%loadFromPOM` over a project, or parts of one: its dependencies.
final class LoadFromPomMagic implements Magic {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private final Dependencies dependencies;

    LoadFromPomMagic(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public List<String> names() { return List.of("loadFromPOM"); }

    @Override
    public String usage() { return "%loadFromPOM FILE [SCOPE...]\n%%loadFromPOM [SCOPE...]"; }

    @Override
    public String help() {
        return "add a project's dependencies to the class path: of a file, or of the XML below, which may be a project"
                + " or only <dependency> and <repository> elements; scopes are compile and runtime unless named";
    }

    @Override
    public boolean isCell() { return true; }

    @Override
    public String valueType() { return "java.util.List<String>"; }

    @Override
    public List<String> run(Call call, Host host) throws Exception {
        var scopes = new ArrayList<>(call.words());
        scopes.removeIf(word -> word.equals("-v") || word.equals("--verbose"));
        if (call.body() == null) {
            if (scopes.isEmpty()) throw new MagicException("this wants a file: " + usage());
            var file = host.path(scopes.removeFirst());
            if (!Files.isRegularFile(file)) throw new MagicException("there is no file " + file);
            return load(file, scopes, host);
        }
        var file = Files.createTempFile("sconce", ".pom");
        try {
            Files.writeString(file, whole(call.body()));
            return load(file, scopes, host);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private List<String> load(Path file, List<String> scopes, Host host) throws Exception {
        return dependencies.add(List.of(), file, scopes, Map.of(), false, host);
    }

    /// A project of what may be only parts of one.
    static String whole(String xml) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(NO_DOCTYPE, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            // The line feed would move the lines of errors.
            var parts = builder.parse(new InputSource(
                    new StringReader("<parts>" + xml.strip().replaceFirst("\\A<\\?xml[^>]*>", "") + "</parts>")));
            var document = builder.newDocument();
            var project = only(parts.getDocumentElement());
            if (project != null) {
                document.appendChild(document.importNode(project, true));
                return text(document);
            }
            var root = (Element) document.appendChild(document.createElement("project"));
            Map.of("modelVersion", "4.0.0", "groupId", "notebook", "artifactId", "cell", "version", "1")
                    .forEach((name, value) -> root.appendChild(document.createElement(name)).setTextContent(value));
            var dependencies = root.appendChild(document.createElement("dependencies"));
            var repositories = root.appendChild(document.createElement("repositories"));
            for (var part : elements(parts.getDocumentElement())) {
                switch (part.getNodeName()) {
                    case "dependency" -> dependencies.appendChild(document.importNode(part, true));
                    case "repository" -> repositories.appendChild(document.importNode(part, true));
                    case "dependencies" ->
                        elements(part).forEach(each -> dependencies.appendChild(document.importNode(each, true)));
                    case "repositories" ->
                        elements(part).forEach(each -> repositories.appendChild(document.importNode(each, true)));
                    case "modelVersion", "groupId", "artifactId", "version" -> {
                    }
                    default -> root.appendChild(document.importNode(part, true));
                }
            }
            return text(document);
        } catch (SAXParseException e) {
            throw new MagicException("this is not XML: line %d below the magic, %s".formatted(e.getLineNumber(),
                    e.getMessage()), e);
        } catch (SAXException | ParserConfigurationException | TransformerException e) {
            throw new MagicException("this XML cannot be used: " + e.getMessage(), e);
        }
    }

    private static @Nullable Element only(Element parts) {
        var all = elements(parts);
        return all.size() == 1 && all.getFirst().getNodeName().equals("project") ? all.getFirst() : null;
    }

    private static List<Element> elements(Node parent) {
        var elements = new ArrayList<Element>();
        for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element) elements.add(element);
        }
        return elements;
    }

    private static String text(Node document) throws TransformerException {
        var out = new StringWriter();
        var transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.INDENT, "yes");
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toString();
    }

    @Override
    public List<Completions.Match> complete(List<String> words, Host host) {
        return words.size() == 1
                ? Choices.files(words.getLast(), host,
                        file -> file.toString().endsWith(".xml") || file.toString().endsWith(".pom"))
                : Choices.of(words.getLast(), List.of("compile", "runtime", "provided", "test"), "keyword");
    }
}
