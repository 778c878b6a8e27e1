package sconce.kernel.session.maven;

import java.util.function.Consumer;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/// Tells of each jar that is fetched, not of the many small files that lead to it.
final class Transfers extends AbstractTransferListener {
    private final Consumer<String> progress;

    Transfers(Consumer<String> progress) {
        this.progress = progress;
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
        var name = event.getResource().getResourceName();
        if (name.endsWith(".jar")) progress.accept(name.substring(name.lastIndexOf('/') + 1));
    }
}
