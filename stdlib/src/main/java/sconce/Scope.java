package sconce;

import sconce.libtorch.NativeScope;

/// Frees the tensors made in a block as soon as it ends, for those who do not want to wait for the collector.
///
/// ```java
/// try (var s = Torch.scope()) {
///     var y = s.keep(Torch.ones(2).add(1));
/// }
/// ```
///
/// Parameters, buffers of modules, gradients, optimizer state and whatever is kept survive.
public final class Scope implements AutoCloseable {
    private final NativeScope scope;

    Scope() { scope = new NativeScope(place()); }

    /// Lets a tensor live on after the block, and returns it.
    public <T extends Tensor> T keep(T tensor) {
        scope.keep(tensor);
        return tensor;
    }

    @Override
    public void close() { scope.close(); }

    private static String place() {
        return StackWalker.getInstance().walk(frames -> frames
                .filter(frame -> !frame.getClassName().equals("sconce.Scope")
                        && !frame.getClassName().equals("sconce.Torch"))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("an unknown place"));
    }
}
