package sconce.kernel.session;

import org.jspecify.annotations.Nullable;

/// Signature, documentation and value of the name at a cursor.
final class Documentation {
    private final Jshell shell;

    Documentation(Jshell shell) {
        this.shell = shell;
    }

    @Nullable
    Inspection at(String code, int cursor, int detail) {
        int end = Math.clamp(cursor, 0, code.length());
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        var before = code.substring(0, end);
        var found = shell.locked(analysis -> analysis.documentation(before, before.length(), true));
        if (found.isEmpty()) {
            return null;
        }
        var text = new StringBuilder();
        var markdown = new StringBuilder();
        for (var each : found) {
            text.append(each.signature()).append('\n');
            markdown.append("```java\n").append(each.signature()).append("\n```\n");
            if (each.javadoc() != null) {
                text.append(each.javadoc()).append('\n');
                markdown.append(each.javadoc()).append('\n');
            }
        }
        return new Inspection(text.toString(), markdown.toString());
    }
}
