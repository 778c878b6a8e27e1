package org.dflib.jjava.jupyter;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/// JJava's way for a library to set up a notebook: named in `META-INF/services`, installed when its jar is added.
public interface Extension {
    void install(BaseKernel kernel);

    default void uninstall(BaseKernel kernel) {}
}
