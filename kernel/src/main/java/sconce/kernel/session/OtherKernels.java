package sconce.kernel.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import sconce.show.Renderer;

/// Shows what a notebook has registered through the API of IJava or JJava.
public final class OtherKernels implements Renderer {
    @Override
    public boolean renders(Object value) {
        return Notebook.isHere() && BaseKernel.notebookKernel().getRenderer().renders(value);
    }

    @Override
    public Map<String, Object> render(Object value) {
        return new LinkedHashMap<>(BaseKernel.notebookKernel().getRenderer().render(value).data());
    }

    @Override
    public int order() { return -1; }
}
