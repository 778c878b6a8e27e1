package sconce.io;

import java.util.List;

/// What can only be looked at when all is read.
final class Checks {
    private Checks() {}

    static void run(FileBytes file, List<Runnable> checks) {
        try {
            checks.forEach(Runnable::run);
        } catch (RuntimeException refused) {
            throw file.broken(-1, String.valueOf(refused.getMessage()));
        }
    }
}
