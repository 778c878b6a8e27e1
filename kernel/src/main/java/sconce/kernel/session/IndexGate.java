package sconce.kernel.session;

import java.lang.reflect.InaccessibleObjectException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

/// Holds back JShell's index of the class path, which lists packages for completion, until the session has opened: it is
/// a fifth of a second of work, which a first cell would have to share the processor with.
final class IndexGate {
    private final CountDownLatch opened = new CountDownLatch(1);

    /// Before JShell is made, which begins with the index.
    IndexGate() {
        try {
            var indexer = ShellInternals.field(ShellInternals.type("SourceCodeAnalysisImpl"), "INDEXER").get(null);
            ((ExecutorService) Objects.requireNonNull(indexer)).execute(this::hold);
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            opened.countDown(); // where there is no way in, the index is made at once
        }
    }

    private void hold() {
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void open() { opened.countDown(); }
}
