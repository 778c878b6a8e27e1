package org.dflib.jjava.jupyter.kernel.magic;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.jspecify.annotations.Nullable;

/// A magic over a cell, as JJava's notebooks write it.
@FunctionalInterface
public interface CellMagic<T extends @Nullable Object, K extends BaseKernel> {
    T eval(K kernel, List<String> args, String body) throws Exception;
}
