package org.dflib.jjava.jupyter.kernel.magic;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.jspecify.annotations.Nullable;

/// A magic of one line, as JJava's notebooks write it.
@FunctionalInterface
public interface LineMagic<T extends @Nullable Object, K extends BaseKernel> {
    T eval(K kernel, List<String> args) throws Exception;
}
