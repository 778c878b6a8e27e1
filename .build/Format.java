import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.jdt.core.ToolFactory;
import org.eclipse.jdt.core.formatter.CodeFormatter;
import org.eclipse.jdt.core.formatter.DefaultCodeFormatterConstants;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;

/// Formats every Java file of the repository with Eclipse's formatter, or checks that it is formatted.
///
/// The build starts this file as a source program on JDK 25, whatever JVM Maven itself runs on.
/// Eclipse's formatter was chosen because it leaves a one-line method on its line.
void main(String[] arguments) throws IOException, BadLocationException {
    var write = arguments[0].equals("write");
    var formatter = ToolFactory.createCodeFormatter(settings());
    var unformatted = 0;
    List<Path> files;
    try (var walk = Files.walk(Path.of(arguments[1]))) {
        files = walk.filter(f -> isSource(f)).sorted().toList();
    }
    for (var file : files) {
        var source = Files.readString(file);
        var edit = formatter.format(CodeFormatter.K_COMPILATION_UNIT, source, 0, source.length(), 0, "\n");
        if (edit == null) {
            System.err.println(file + ": does not parse as Java 25");
            System.exit(1);
        }
        var document = new Document(source);
        edit.apply(document);
        if (document.get().equals(source)) continue;
        unformatted++;
        if (write) Files.writeString(file, document.get());
        System.out.println((write ? "formatted " : "not formatted: ") + file);
    }
    if (!write && unformatted > 0) {
        System.err.println(unformatted + " files are not formatted. Run: mvn -N validate -Dformat=write");
        System.exit(1);
    }
}

static boolean isSource(Path file) {
    var path = file.toString().replace('\\', '/');
    return path.endsWith(".java") && !path.contains("/target/") && !path.contains("/resources/");
}

static Map<String, String> settings() {
    var settings = DefaultCodeFormatterConstants.getEclipseDefaultSettings();
    for (var level : List.of(JavaCore.COMPILER_SOURCE, JavaCore.COMPILER_COMPLIANCE,
            JavaCore.COMPILER_CODEGEN_TARGET_PLATFORM)) {
        settings.put(level, "25");
    }
    var prefix = "org.eclipse.jdt.core.formatter.";
    settings.put(prefix + "tabulation.char", "space");
    settings.put(prefix + "tabulation.size", "4");
    settings.put(prefix + "lineSplit", "120");
    settings.put(prefix + "continuation_indentation", "2");
    settings.put(prefix + "join_wrapped_lines", "false");
    settings.put(prefix + "indent_switchstatements_compare_to_switch", "true");
    settings.put(prefix + "alignment_for_enum_constants", "16");
    for (var construct : List.of("method_body", "lambda_body_block", "type_declaration", "record_declaration",
            "record_constructor", "annotation_declaration", "anonymous_type_declaration", "enum_declaration",
            "enum_constant_declaration", "loop_body_block", "switch_case_with_arrow_block", "switch_body_block")) {
        settings.computeIfPresent(prefix + "keep_" + construct + "_on_one_line",
                (key, value) -> value.equals("false") ? "true" : "one_line_preserve");
    }
    settings.put(prefix + "keep_simple_if_on_one_line", "true");
    settings.put(prefix + "keep_then_statement_on_same_line", "true");
    settings.put(prefix + "keep_else_statement_on_same_line", "true");
    settings.put(prefix + "keep_simple_for_body_on_same_line", "true");
    settings.put(prefix + "keep_simple_while_body_on_same_line", "true");
    for (var kind : List.of("line", "block", "javadoc", "markdown")) {
        settings.put(prefix + "comment.format_" + kind + "_comments", "false");
    }
    settings.put(prefix + "comment.preserve_white_space_between_code_and_line_comments", "true");
    return settings;
}
