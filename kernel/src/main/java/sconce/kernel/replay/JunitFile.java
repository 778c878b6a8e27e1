package sconce.kernel.replay;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import sconce.kernel.replay.Comparison.Verdict;

/// Results in JUnit's XML, which every continuous integration reads: a test suite for each file, a test for each cell.
public final class JunitFile {
    private static final Pattern NOT_IN_XML = Pattern.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\ud800-\udfff]");
    private static final List<String> COUNTS = List.of("tests", "failures", "errors", "skipped");

    private final Document document = document();
    private final Element root;

    /// An empty file.
    public JunitFile() {
        root = document.createElement("testsuites");
        document.appendChild(root);
    }

    /// The file at this place.
    ///
    /// @throws IOException when it is not there, or not of this kind
    public static JunitFile read(Path file) throws IOException {
        var junit = new JunitFile();
        junit.addAll(file);
        return junit;
    }

    /// Adds a suite.
    public void add(Report report) {
        var suite = suite(report.name(), report.cells().size());
        suite.setAttribute("failures", "" + report.count(Verdict.CHANGED));
        suite.setAttribute("errors", "" + report.count(Verdict.ERROR));
        suite.setAttribute("skipped", "" + report.count(Verdict.SKIPPED));
        suite.setAttribute("time", seconds(report.time().toNanos()));
        for (var line : report.cells()) {
            var test = child(suite, "testcase");
            set(test, "name", "cell %d: %s".formatted(line.cell().number(), line.cell().firstLine()));
            set(test, "classname", report.name());
            test.setAttribute("time", seconds(line.time().toNanos()));
            switch (line.verdict()) {
                case PASS -> {
                }
                case SKIPPED -> child(test, "skipped");
                case CHANGED -> fill(child(test, "failure"), "the output differs from the recorded one", line.diff());
                case ERROR -> fill(child(test, "error"), "the cell failed",
                        line.diff().isEmpty() ? line.traceback() : line.diff());
            }
        }
    }

    /// Adds a suite of one error, for a file that could not be run at all.
    public void add(String name, String error) {
        var suite = suite(name, 1);
        suite.setAttribute("failures", "0");
        suite.setAttribute("errors", "1");
        suite.setAttribute("skipped", "0");
        suite.setAttribute("time", "0");
        var test = child(suite, "testcase");
        set(test, "name", "runs");
        set(test, "classname", name);
        fill(child(test, "error"), error, List.of());
    }

    /// Adds the suites of a file.
    public void addAll(Path file) throws IOException {
        try {
            var other = builder().parse(new InputSource(new StringReader(Files.readString(file))))
                    .getElementsByTagName("testsuite");
            for (int i = 0; i < other.getLength(); i++)
                root.appendChild(unindented(document.importNode(other.item(i), true)));
        } catch (SAXException e) {
            throw new IOException(file + " holds no test results", e);
        }
    }

    /// Written again, it would be indented twice.
    private static Node unindented(Node node) {
        for (var child = node.getFirstChild(); child != null;) {
            var next = child.getNextSibling();
            if (child.getNodeType() == Node.TEXT_NODE && child.getNodeValue().isBlank()) node.removeChild(child);
            else unindented(child);
            child = next;
        }
        return node;
    }

    /// How many cells passed, changed, failed and were skipped, in a line.
    public String summary(Ink ink) {
        return Report.summary(ink, count("tests") - count("failures") - count("errors") - count("skipped"),
                count("failures"),
                count("errors"), count("skipped"));
    }

    private int count(String attribute) {
        int sum = 0;
        var suites = root.getElementsByTagName("testsuite");
        for (int i = 0; i < suites.getLength(); i++) {
            sum += Integer.parseInt(((Element) suites.item(i)).getAttribute(attribute));
        }
        return sum;
    }

    /// Writes the file.
    public void write(Path file) throws IOException {
        for (var count : COUNTS) root.setAttribute(count, "" + count(count));
        try {
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            var text = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            Files.writeString(file, text + "\n");
        } catch (TransformerException e) {
            throw new IOException("cannot write " + file, e);
        }
    }

    private Element suite(String name, int tests) {
        var suite = child(root, "testsuite");
        set(suite, "name", name);
        suite.setAttribute("tests", "" + tests);
        return suite;
    }

    private Element child(Element parent, String name) {
        var child = document.createElement(name);
        parent.appendChild(child);
        return child;
    }

    private void fill(Element element, String message, List<String> lines) {
        set(element, "message", message);
        element.appendChild(document.createTextNode(clean(String.join("\n", lines))));
    }

    private static void set(Element element, String name, String value) { element.setAttribute(name, clean(value)); }

    private static String clean(String text) { return NOT_IN_XML.matcher(Ink.plain(text)).replaceAll("\ufffd"); }

    private static String seconds(long nanos) { return String.format(Locale.ROOT, "%.3f", nanos / 1e9); }

    private static Document document() { return builder().newDocument(); }

    private static javax.xml.parsers.DocumentBuilder builder() {
        try {
            return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own parser is always there", e);
        }
    }
}
