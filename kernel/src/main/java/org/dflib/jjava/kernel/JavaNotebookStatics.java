package org.dflib.jjava.kernel;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/// What JJava's notebooks call without naming a class.
public class JavaNotebookStatics {
    private JavaNotebookStatics() {}

    public static JavaKernel kernel() { return (JavaKernel) BaseKernel.notebookKernel(); }

    public static JavaKernel getKernelInstance() { return kernel(); }
}
