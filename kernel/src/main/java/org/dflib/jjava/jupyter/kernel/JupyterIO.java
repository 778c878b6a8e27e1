package org.dflib.jjava.jupyter.kernel;

import java.io.InputStream;
import java.io.PrintStream;

/// A cell's streams and its display.
public class JupyterIO {
    public final DisplayStream display = new DisplayStream();
    public final PrintStream out = System.out;
    public final PrintStream err = System.err;
    public final InputStream in = System.in;

    public boolean isAttached() { return true; }
}
