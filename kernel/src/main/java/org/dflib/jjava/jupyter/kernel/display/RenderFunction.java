package org.dflib.jjava.jupyter.kernel.display;

/// Puts a value's forms where the context wants them.
@FunctionalInterface
public interface RenderFunction<T> {
    void render(T data, RenderContext context);
}
