package sconce.kernel.terminal;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import sconce.kernel.session.Completeness;
import sconce.kernel.session.Session;

/// Tells the line editor whether what was typed is complete, and which word a completion replaces.
final class JavaParser implements Parser {
    /// A call with plain arguments, which waits for nothing: the compiler, who is slow at first, need not be asked.
    private static final Pattern CALL = Pattern.compile("\\s*(?!(?:if|for|while|switch|synchronized|try|catch)\\b)"
            + "[\\p{Alpha}_$][\\w$]*(?:\\.[\\p{Alpha}_$][\\w$]*)*\\([\\w$., ]*\\)\\s*");

    private final Supplier<Session> session;

    JavaParser(Supplier<Session> session) {
        this.session = session;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        int clamped = Math.min(cursor, line.length());
        // While a line is edited JLine asks for its words only; the rest would cost a compiler's round at every key.
        if (context == ParseContext.ACCEPT_LINE && !isComplete(line)) {
            int indent = new JavaTokens(line.substring(0, clamped)).indent();
            throw new EOFError(-1, clamped, "more is to come", "", indent, null);
        }
        return new Word(line, clamped, wordStart(line, clamped));
    }

    private boolean isComplete(String line) {
        if (line.isBlank() || Commands.isCommand(line) || Commands.asked(line) != null) return true;
        // An empty line after something that has no open bracket: no more is to come (if without else).
        if (new JavaTokens(line).isOpen())
            return isMagic(line) && session.get().isComplete(line).status() != Completeness.Status.INCOMPLETE;
        return line.endsWith("\n") || CALL.matcher(line).matches()
                || session.get().isComplete(line).status() != Completeness.Status.INCOMPLETE;
    }

    private static boolean isMagic(String line) { return line.stripLeading().startsWith("%"); }

    private static int wordStart(String line, int cursor) {
        int start = cursor;
        while (start > 0 && isWordPart(line, start - 1)) start--;
        return start;
    }

    private static boolean isWordPart(String line, int at) {
        // A command's words are its own name and files.
        return Commands.isCommand(line)
                ? !Character.isWhitespace(line.charAt(at))
                : Character.isJavaIdentifierPart(line.charAt(at));
    }

    @Override
    public boolean isEscapeChar(char c) { return false; }

    /// The word before the cursor, as JLine wants it; nothing is quoted, nothing escaped.
    record Word(String line, int cursor, int start) implements CompletingParsedLine {
        @Override
        public String word() { return line.substring(start, cursor); }

        @Override
        public int wordCursor() { return cursor - start; }

        @Override
        public int wordIndex() { return 0; }

        @Override
        public List<String> words() { return List.of(word()); }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) { return candidate; }

        @Override
        public int rawWordCursor() { return wordCursor(); }

        @Override
        public int rawWordLength() { return wordCursor(); }
    }
}
