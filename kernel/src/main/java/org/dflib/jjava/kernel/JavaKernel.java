package org.dflib.jjava.kernel;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/// The session under JJava's name for it.
public class JavaKernel extends BaseKernel {
}
