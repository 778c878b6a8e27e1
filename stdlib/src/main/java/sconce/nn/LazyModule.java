package sconce.nn;

/// A layer that learns the shapes of its parameters from its first input. Stands for
/// `torch.nn.modules.lazy.LazyModuleMixin`.
///
/// The layer extends the one it becomes: before its first call it prints under its own name, afterwards under that of
/// its superclass. Its parameters begin as [UninitializedParameter], its buffers as [UninitializedBuffer].
public interface LazyModule {
    /// Gives the parameters the shapes that go with the first inputs, and values. Called once, before the first forward.
    void initializeParameters(Inputs inputs);

    /// Whether a parameter or buffer of this layer itself has no shape yet.
    default boolean hasUninitializedParams() {
        var members = ((Module) this).members().look();
        return members.parameters.values().stream().anyMatch(Lazy::isLazy)
                || members.buffers.values().stream().anyMatch(Lazy::isLazy);
    }

    /// The class that this layer becomes with its first input. Stands for the attribute `cls_to_become`.
    default Class<?> clsToBecome() {
        Class<?> type = getClass();
        while (LazyModule.class.isAssignableFrom(type)) type = type.getSuperclass();
        return type;
    }
}
