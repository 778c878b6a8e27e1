package org.dflib.jjava.jupyter.kernel.display;

import java.util.Set;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/// A value that knows how it is shown.
@FunctionalInterface
public interface DisplayDataRenderable {
    Set<MIMEType> ANY = Set.of(MIMEType.ANY);

    default Set<MIMEType> getSupportedRenderTypes() { return ANY; }

    default Set<MIMEType> getPreferredRenderTypes() { return getSupportedRenderTypes(); }

    void render(RenderContext context);
}
