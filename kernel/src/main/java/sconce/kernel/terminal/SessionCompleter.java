package sconce.kernel.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Completions.Match;
import sconce.kernel.session.Session;

/// What could stand at the cursor: the session's suggestions with their types, or a command's own.
final class SessionCompleter implements Completer {
    /// So many matches are shown with their signatures, as long as those come in time.
    private static final int FEW = 12;

    /// How long somebody who types waits for a menu's signatures.
    static final Duration PATIENCE = Duration.ofMillis(500);

    private static final int ROOM = 4; // the menu's own marks between the columns

    private final Supplier<Session> session;
    private final Commands commands;
    private final Duration patience;

    SessionCompleter(Supplier<Session> session, Commands commands, Duration patience) {
        this.session = session;
        this.commands = commands;
        this.patience = patience;
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
        var before = word.line().substring(0, found.start());
        var end = found.matches().size() > FEW ? Instant.MIN : Instant.now().plus(patience);
        int room = reader.getTerminal().getSize().getColumns() - ROOM
                - found.matches().stream().mapToInt(match -> match.text().length()).max().orElse(0);
        for (var match : found.matches()) {
            var value = value(word, found.start(), match.text());
            if (value == null) continue;
            var signatures = Instant.now().isBefore(end) ? session.get().signatures(before + match.text())
                    : List.<String>of();
            var described = signatures.isEmpty() ? described(match) : Signature.described(signatures, room);
            candidates.add(new Candidate(value, shown(match), null, described, null, null, false, order++));
        }
    }

    /// The match as it replaces the word: the session may replace more or less than that.
    private static @Nullable String value(JavaParser.Word word, int start, String text) {
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
