package sconce.kernel.terminal;

import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import sconce.kernel.session.Completions.Match;
import sconce.kernel.session.Session;

/// What could stand at the cursor: the session's suggestions with their types, or a command's own.
final class SessionCompleter implements Completer {
    private final Supplier<Session> session;
    private final Commands commands;

    SessionCompleter(Supplier<Session> session, Commands commands) {
        this.session = session;
        this.commands = commands;
    }

    @Override
    public void complete(LineReader reader, ParsedLine parsed, List<Candidate> candidates) {
        var word = (JavaParser.Word) parsed;
        if (Commands.isCommand(word.line())) {
            commands.complete(word, candidates);
            return;
        }
        var found = session.get().complete(word.line(), word.cursor());
        int order = 0;
        for (var match : found.matches()) {
            var value = value(word, found.start(), match.text());
            if (value != null) {
                candidates.add(new Candidate(value, shown(match), null, described(match), null, null, false, order++));
            }
        }
    }

    /// The match as it replaces the word: the session may replace more or less than that.
    private static @org.jspecify.annotations.Nullable String value(JavaParser.Word word, int start, String text) {
        if (start <= word.start()) {
            var before = word.line().substring(start, word.start());
            return text.startsWith(before) ? text.substring(before.length()) : null;
        }
        return word.line().substring(word.start(), start) + text;
    }

    private static String shown(Match match) {
        int bracket = match.text().indexOf('(');
        return match.signature().startsWith("(") && bracket > 0 ? match.text().substring(0, bracket) : match.text();
    }

    private static String described(Match match) {
        return match.signature().isEmpty() ? match.type().equals("variable") ? "" : match.type() : match.signature();
    }
}
