package sconce.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.magic.Call;
import sconce.kernel.session.magic.Magic;
import sconce.kernel.session.magic.MagicCell;
import sconce.kernel.session.magic.MagicCell.Part;
import sconce.kernel.session.magic.Magics;

/// Completion, documentation and the end of cells in which magics stand among Java.
final class MagicAssist {
    private static final Pattern BARE = Pattern.compile("(?s)(?:.*\\n)?[ \\t]*%%?");

    private final Jshell shell;
    private final Documentation documentation;
    private final Magics magics;
    private final MagicHost host;

    MagicAssist(Jshell shell, Documentation documentation) {
        this.shell = shell;
        this.documentation = documentation;
        magics = shell.workplace.magics;
        host = MagicHost.withoutCell(shell);
    }

    private MagicCell read(String code) {
        return MagicCell.read(code, magics, name -> shell.declaredNames().contains(name));
    }

    Completions complete(String code, int cursor) {
        int at = Math.clamp(cursor, 0, code.length());
        var before = code.substring(0, at);
        // A name is yet to come: any will do to see whether one may.
        boolean isBare = BARE.matcher(before).matches();
        var cell = read(isBare ? before + "who" : before);
        if (!(cell.parts().getLast() instanceof Part.Line(var call))) {
            return java(cell.java(), before.length());
        }
        var magic = magics.find(call.name());
        if (isBare || isNameAt(before, call)) return names(before, cell.isCellMagic());
        if (magic == null) return new Completions(at, at, List.of());
        boolean isFirstLine = call.body() == null || (call.body().isEmpty() && !before.endsWith("\n"));
        if (magic.hasJavaBody() && (call.body() == null || !isFirstLine)) return java(call.code(), at);
        return isFirstLine ? words(magic, call.text(), before) : new Completions(at, at, List.of());
    }

    /// Java whose end is the cursor's place; lines that assign a magic's value have moved what follows them.
    private Completions java(String text, int cursor) {
        var found = new Completion(shell).at(text, text.length());
        int shift = cursor - text.length();
        return new Completions(Math.max(0, found.start() + shift), found.end() + shift, found.matches());
    }

    private static boolean isNameAt(String before, Call call) {
        return call.text().isEmpty() && (call.body() == null || call.body().isEmpty()) && !call.name().equals("!")
                && !before.isEmpty() && !Character.isWhitespace(before.charAt(before.length() - 1));
    }

    private Completions names(String before, boolean isCell) {
        int percent = before.lastIndexOf('%');
        int start = percent > 0 && before.charAt(percent - 1) == '%' ? percent - 1 : percent;
        var begun = before.substring(percent + 1);
        boolean isFirst = before.substring(0, start).isBlank();
        var matches = new ArrayList<Completions.Match>();
        for (var magic : magics.all()) {
            for (var name : magic.names()) {
                if (!name.startsWith(begun) || name.equals("!")) continue;
                if (magic.isLine() && !isCell && start == percent) matches.add(match("%" + name, magic));
                if (magic.isCell() && isFirst) matches.add(match("%%" + name, magic));
            }
        }
        return new Completions(start, before.length(), matches);
    }

    private static Completions.Match match(String name, Magic magic) {
        return new Completions.Match(name, "magic", magic.help());
    }

    private Completions words(Magic magic, String text, String before) {
        var words = new ArrayList<>(List.of(text.split("\\s+")));
        if (text.isEmpty() || Character.isWhitespace(before.charAt(before.length() - 1))) words.add("");
        int start = before.length() - words.getLast().length();
        return new Completions(start, before.length(), magic.complete(words, host));
    }

    /// What is known about the magic at the cursor; null where there is none, or Java.
    @Nullable
    Inspection inspect(String code, int cursor, int detail) {
        var cell = read(code);
        var call = cell.at(Math.min(cursor + 1, code.length()));
        if (call == null) {
            return documentation.at(cell.java(), Math.min(cursor, cell.java().length()), detail);
        }
        var magic = magics.find(call.name());
        if (magic == null) return null;
        if (magic.hasJavaBody() && cursor < call.code().length()
                && !Character.isWhitespace(call.code().charAt(cursor))) {
            return documentation.at(call.code(), cursor, detail);
        }
        return new Inspection(magic.usage() + "\n    " + magic.help(),
                "```\n" + magic.usage() + "\n```\n" + magic.help());
    }

    Completeness completeness(String code) {
        var cell = read(code);
        if (cell.isCellMagic() && cell.parts().getLast() instanceof Part.Line(var call)) return ofCell(call, code);
        var parts = cell.parts();
        for (var part : parts) {
            if (!(part instanceof Part.Java(var java))) continue;
            var found = new Completion(shell).completeness(java);
            boolean isLast = part.equals(parts.getLast());
            if (found.status() == Completeness.Status.INVALID
                    || (isLast && found.status() != Completeness.Status.COMPLETE)) {
                return found;
            }
        }
        return code.endsWith("\\") ? new Completeness(Completeness.Status.INCOMPLETE, "")
                : new Completeness(Completeness.Status.COMPLETE, "");
    }

    /// As in IPython, lines below `%%name` go on until one is empty; Java goes on as Java does.
    private Completeness ofCell(Call call, String code) {
        var body = call.body() == null ? "" : call.body();
        var magic = magics.find(call.name());
        if (magic == null) return new Completeness(Completeness.Status.COMPLETE, "");
        if (magic.hasJavaBody() && !body.isBlank()) return completeness(call.code());
        return body.isBlank() || !code.endsWith("\n")
                ? new Completeness(Completeness.Status.INCOMPLETE, "")
                : new Completeness(Completeness.Status.COMPLETE, "");
    }

    /// The Java of a cell, as the splitter wants it.
    List<String> java(String code) {
        var java = new ArrayList<String>();
        for (var part : read(code).parts()) {
            switch (part) {
                case Part.Java(var text) -> java.add(text);
                case Part.Line(var call) -> {
                    var magic = magics.find(call.name());
                    if (magic != null && magic.hasJavaBody() && call.body() != null) java.addAll(java(call.code()));
                }
            }
        }
        return java;
    }
}
