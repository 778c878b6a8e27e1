package sconce.kernel.session;

import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/// Where a snippet's class comes from: which cell, and which line of it each line of the class's source is.
///
/// @param source    the cell's text
/// @param cellLines by line of the wrapped source, counted from 1; 0 where JShell wrote the line
@SuppressWarnings("ArrayRecordComponent") // Never compared, and a list would box every line.
record Place(CellId cell, String source, int[] cellLines) {
    /// The place of a snippet that came from this part of this cell.
    static Place of(CellId cell, String cellText, SnippetSource source, SnippetWrapper wrapper) {
        var wrapped = wrapper.wrapped();
        var cellLines = new int[lineAt(wrapped, wrapped.length()) + 1];
        var snippet = source.text();
        // For code that JShell wrote itself, without a way back: where the snippet begins.
        cellLines[0] = lineAt(cellText, source.toCell(0));
        for (int at = 0; at < snippet.length();) {
            int end = snippet.indexOf('\n', at);
            end = end < 0 ? snippet.length() : end;
            for (int i = at; i < end; i++) {
                if (!Character.isWhitespace(snippet.charAt(i)) && source.isOfCell(i)) {
                    int position = wrapper.sourceToWrappedPosition(i);
                    if (position >= 0 && position < wrapped.length() && wrapped.charAt(position) == snippet.charAt(i)) {
                        cellLines[lineAt(wrapped, position)] = lineAt(cellText, source.toCell(i));
                        break;
                    }
                }
            }
            at = end + 1;
        }
        return new Place(cell, cellText, cellLines);
    }

    /// The line of the cell, counted from 1; lines JShell wrote belong to the nearest one before, or the first after.
    int cellLine(int wrappedLine) {
        for (int line = Math.min(wrappedLine, cellLines.length - 1); line > 0; line--) {
            if (cellLines[line] > 0) {
                return cellLines[line];
            }
        }
        for (int line : cellLines) {
            if (line > 0) {
                return line;
            }
        }
        return 1;
    }

    /// The text of a line of the cell, counted from 1.
    String line(int number) { return lineOf(source, number); }

    static String lineOf(String text, int number) {
        return text.lines().skip(number - 1L).findFirst().orElse("");
    }

    static int lineAt(String text, int offset) {
        return 1 + (int) text.substring(0, Math.min(offset, text.length())).chars().filter(c -> c == '\n').count();
    }
}
