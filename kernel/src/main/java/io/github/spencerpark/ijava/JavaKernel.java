package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/// The session under IJava's name for it.
public class JavaKernel extends BaseKernel {
    private final Magics magics = new Magics();

    public Magics getMagics() { return magics; }

    // One session has one of each, whichever kernel's name it is reached by.
    @Override
    public Renderer getRenderer() { return notebookKernel().getRenderer(); }

    @Override
    public CommManager getCommManager() { return notebookKernel().getCommManager(); }

    @Override
    public JupyterIO getIO() { return notebookKernel().getIO(); }
}
