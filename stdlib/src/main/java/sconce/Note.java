package sconce;

import java.util.Arrays;
import java.util.List;

/// Where an error happened, told after it was made: stands among its suppressed ones, where a stack trace shows it. What
/// Python's `add_note` adds.
public final class Note extends Exception {
    private Note(String place) { super("in " + place, null, false, false); }

    /// Tells an error where it happened: `sample 5, fetched by DataLoader worker 1`. An error of ours that knows no place
    /// yet takes it as its own.
    public static void add(Throwable error, String place) {
        if (error instanceof PythonError ours && ours.where() == null) ours.addWhere(place);
        else error.addSuppressed(new Note(place));
    }

    /// The notes of an error, the first told first: `in sample 5, fetched by DataLoader worker 1`.
    public static List<String> of(Throwable error) {
        return Arrays.stream(error.getSuppressed()).filter(Note.class::isInstance)
                .map(note -> String.valueOf(note.getMessage())).toList();
    }

    @Override
    public String toString() { return String.valueOf(getMessage()); }
}
