package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A magic of one line, as IJava's notebooks write it.
@FunctionalInterface
public interface LineMagicFunction<T extends @Nullable Object> {
    T execute(List<String> args) throws Exception;
}
