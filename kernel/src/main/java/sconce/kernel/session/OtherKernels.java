package sconce.kernel.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.kernel.JavaKernel;
import sconce.show.Renderer;

/// Shows what a notebook has registered through the API of IJava or JJava.
public final class OtherKernels implements Renderer {
    @Override
    public boolean renders(Object value) {
        return Notebook.isHere() && (value instanceof DisplayData || value instanceof DisplayDataRenderable
                || Notebook.current().existing(JavaKernel.class)
                        .filter(kernel -> kernel.getRenderer().renders(value)).isPresent());
    }

    @Override
    public Map<String, Object> render(Object value) {
        return new LinkedHashMap<>(BaseKernel.notebookKernel().getRenderer().render(value).data());
    }

    @Override
    public int order() { return -1; }
}
