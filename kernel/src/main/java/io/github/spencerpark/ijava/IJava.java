package io.github.spencerpark.ijava;

import sconce.kernel.session.Notebook;

/// IJava's way to the session.
public class IJava {
    public static final String VERSION = "1.3.0";

    private IJava() {}

    public static JavaKernel getKernelInstance() { return Notebook.current().part(JavaKernel.class, JavaKernel::new); }
}
