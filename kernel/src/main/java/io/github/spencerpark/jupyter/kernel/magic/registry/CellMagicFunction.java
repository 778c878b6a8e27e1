package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A magic over a cell, as IJava's notebooks write it.
@FunctionalInterface
public interface CellMagicFunction<T extends @Nullable Object> {
    T execute(List<String> args, String body) throws Exception;
}
