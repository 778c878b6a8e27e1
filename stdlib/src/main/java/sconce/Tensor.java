package sconce;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Host;
import sconce.libtorch.Metadata;
import sconce.libtorch.NativeAutograd;
import sconce.libtorch.NativeTensor;
import sconce.libtorch.Operators;
import sconce.libtorch.TensorHandle;

/// A multi-dimensional array of numbers of one type, which remembers how it was computed. Stands for `torch.Tensor`.
///
/// Made by the factories of [Torch]. Methods bear PyTorch's names in Java's case and take its arguments in its order;
/// those with a trailing underscore change the tensor itself. Printed as PyTorch prints it.
///
/// ```java
/// var x = Torch.tensor(new double[][] {{1, 2}, {3, 4}});
/// x.matmul(x.T()).sum()   // tensor(52.)
/// ```
///
/// This class holds what a tensor is, its history and its numbers; what can be done with it stands by topic in the
/// interfaces it implements.
public sealed class Tensor extends TensorHandle
        implements CreationMethods, PointwiseMethods, ReductionMethods, ShapeMethods, IndexingMethods,
        LinearAlgebraMethods, ComparisonMethods, InPlaceMethods, ConversionMethods, RandomMethods, SignalMethods
        permits Parameter, Buffer {
    static {
        Host.announce(new Host() {
            @Override
            public TensorHandle tensor(NativeTensor fresh) { return new Tensor(fresh); }

            @Override
            public RuntimeException error(String message, String frames) {
                return NativeErrors.translate(message, frames);
            }

            @Override
            public RuntimeException typeError(String message) { return new TypeError(message); }
        });
    }

    private Tensor(NativeTensor fresh) { super(fresh); }

    /// Shows, beside `source`, the same tensor.
    Tensor(Tensor source) { super(source); }

    /// Runs the class initialiser, which announces this class to the binding.
    static void initialise() {}

    /// The sizes of the dimensions.
    public Size shape() { return new Size(Metadata.sizes(this)); }

    /// The sizes of the dimensions.
    public Size size() { return shape(); }

    /// The size of dimension `dim`; negative ones count from the end.
    public long size(long dim) { return Metadata.size(this, dim); }

    /// The number of dimensions.
    public long dim() { return Metadata.dim(this); }

    /// The number of dimensions.
    public long ndim() { return dim(); }

    /// The number of elements.
    public long numel() { return Metadata.numel(this); }

    /// The steps between neighbours along each dimension, in elements.
    public Size stride() { return Size.tuple(Metadata.strides(this)); }

    /// The step along dimension `dim`, in elements; negative ones count from the end.
    ///
    /// @throws IndexError if there is no such dimension
    public long stride(long dim) {
        var dims = dim();
        var last = Math.max(dims, 1) - 1;
        if (dim < -last - 1 || dim > last) {
            throw new IndexError("Dimension out of range (expected to be in range of [" + (-last - 1) + ", " + last
                    + "], but got " + dim + ")");
        }
        return stride().get((int) dim);
    }

    /// The type of the elements.
    public DType dtype() { return DType.of(Metadata.scalarType(this)); }

    /// Where the elements lie.
    public Device device() { return Device.of(Metadata.device(this)); }

    /// How the elements lie.
    public Layout layout() { return Layout.of(Metadata.layout(this)); }

    /// Whether operations on the tensor are recorded for a backward pass.
    public boolean requiresGrad() { return Metadata.requiresGrad(this); }

    /// Switches the recording of operations on, and returns the tensor.
    public Tensor requiresGrad_() { return requiresGrad_(true); }

    /// Switches the recording of operations on or off, and returns the tensor.
    public Tensor requiresGrad_(boolean requiresGrad) {
        if (requiresGrad && !dtype().isFloatingPoint() && !dtype().isComplex()) {
            throw new TorchException("only Tensors of floating point dtype can require gradients");
        }
        NativeAutograd.setRequiresGrad(this, requiresGrad);
        return this;
    }

    /// Whether the user made the tensor, rather than a recorded operation.
    public boolean isLeaf() { return Metadata.isLeaf(this); }

    /// The recorded operation that made the tensor, or null. Prints as `<AddBackward0>`.
    public @Nullable GradFn gradFn() {
        var name = Metadata.gradFnName(this);
        return name == null ? null : new GradFn(name);
    }

    /// The gradient that backward passes have summed up, or null.
    public @Nullable Tensor grad() { return (Tensor) NativeAutograd.grad(this); }

    /// Replaces the gradient; null drops it. Stands for the assignment `x.grad = g`.
    ///
    /// @throws TorchException if it is this tensor itself, or has another dtype, layout, device or shape
    public void setGrad(@Nullable Tensor grad) {
        if (grad != null) checkGrad(grad);
        NativeAutograd.setGrad(this, grad);
    }

    @SuppressWarnings("ReferenceEquality") // PyTorch, too, asks whether it is the same object.
    private void checkGrad(Tensor grad) {
        if (grad == this) throw new TorchException("can't assign Variable as its own grad");
        var from = "attempting to assign a gradient ";
        if (grad.dtype() != dtype()) {
            throw new TorchException(from + "with dtype '" + grad.dtype().cppName() + "' to a tensor with dtype '"
                    + dtype().cppName() + "'. Please ensure that the gradient and the tensor have the same dtype");
        }
        if (!grad.device().type().equals(device().type())) {
            throw new TorchException(from + "with device type '" + grad.device().type()
                    + "' to a tensor with device type '" + device().type()
                    + "'. Please ensure that the gradient and the tensor are on the same device");
        }
        // Sparse gradients of dense tensors are what embeddings give.
        if (grad.layout() != layout() && grad.layout() != Layout.sparse_coo) {
            throw new TorchException(from + "to a tensor that has data of a different type");
        }
        if (!grad.shape().equals(shape())) {
            throw new TorchException(
                    from + "of size '" + Arrays.toString(grad.shape().longs()) + "' to a tensor of size '"
                            + Arrays.toString(shape().longs())
                            + "'. Please ensure that the gradient and the tensor are the same size");
        }
    }

    /// Computes the gradients of the leaves this one-element tensor was computed from.
    public void backward() { backward(null); }

    /// The same, from a gradient of this tensor's shape.
    public void backward(@Nullable Tensor gradient) { backward(gradient, null, false, null); }

    /// The same, with all of PyTorch's arguments.
    ///
    /// @param gradient the gradient of this tensor, null for 1
    /// @param retainGraph whether a further backward pass may follow; null: as `createGraph`
    /// @param createGraph whether the gradients can be differentiated again
    /// @param inputs the leaves that collect gradients; null: all
    public void backward(@Nullable Tensor gradient, @Nullable Boolean retainGraph, boolean createGraph,
            @Nullable List<? extends Tensor> inputs) {
        if (gradient != null) Autograd.checked(this, gradient, 0);
        AnomalyMode.locate(() -> NativeAutograd.backward(this, gradient, retainGraph, createGraph, inputs));
    }

    /// Keeps the gradient of a tensor that is not a leaf.
    public void retainGrad() { NativeAutograd.retainGrad(this); }

    /// Whether the gradient of this tensor, which is not a leaf, is kept.
    public boolean retainsGrad() { return NativeAutograd.retainsGrad(this); }

    /// Calls `hook` with the gradient of this tensor whenever one is computed.
    ///
    /// @throws TypeError if there is no hook
    public HookHandle registerHook(Consumer<Tensor> hook) {
        checkHook(hook);
        return registerHookReturning(gradient -> {
            hook.accept(gradient);
            return null;
        });
    }

    /// The same; what the hook returns replaces the gradient, unless it is null.
    @SuppressWarnings("NullAway") // The binding gives a hook a gradient, and takes null for "as it is".
    public HookHandle registerHookReturning(UnaryOperator<@Nullable Tensor> hook) {
        checkHook(hook);
        if (!requiresGrad())
            throw new TorchException("cannot register a hook on a tensor that doesn't require gradient");
        return HookHandle.of(NativeAutograd.registerHook(this, gradient -> hook.apply((Tensor) gradient)));
    }

    /// Calls `hook` with this leaf after a backward pass has summed up its gradient. Stands for
    /// `register_post_accumulate_grad_hook`.
    ///
    /// libtorch does not let Java in between two leaves: all such hooks run at the end of the pass, in the order in which
    /// the gradients came.
    ///
    /// @throws TorchException if the tensor needs no gradient, or is no leaf
    public HookHandle registerPostAccumulateGradHook(Consumer<Tensor> hook) {
        checkHook(hook);
        if (!requiresGrad()) {
            throw new TorchException("cannot register a hook on a tensor that doesn't require gradient");
        }
        if (!isLeaf()) {
            throw new TorchException("post accumulate grad hooks cannot be registered on non-leaf tensors");
        }
        Runnable action = () -> hook.accept(this);
        return HookHandle.of(NativeAutograd.registerHook(this, _ -> {
            NativeAutograd.afterBackward(action);
            return null;
        }));
    }

    private static void checkHook(@Nullable Object hook) {
        if (hook == null)
            throw new TypeError("'NoneType' object is not callable: a hook is a function of the gradient");
    }

    /// The same values without history; shares memory with this tensor.
    public Tensor detach() { return Operators.call("detach", this); }

    /// The same values without history and without its checks: PyTorch's `x.data`.
    public Tensor data() { return (Tensor) NativeAutograd.data(this); }

    /// Lets this tensor show the values of another: PyTorch's `x.data = y`.
    public void setData(Tensor source) { NativeAutograd.setData(this, source); }

    /// A copy with memory of its own, through which gradients flow.
    public Tensor clone(MemoryFormat memoryFormat) { return Operators.call("clone", this, memoryFormat); }

    /// A copy with memory of its own, through which gradients flow. Stands for `x.clone()`.
    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // A copy is libtorch's to make.
    public Tensor clone() { return Operators.call("clone", this); }

    /// The one element of this tensor, as a Java number; a bool gives 1 or 0.
    ///
    /// @throws TorchException if there is not exactly one element
    public Number item() { return TensorData.item(this); }

    /// The only element as a double: Python's `float(x)`.
    public double doubleValue() { return TensorData.only(this).doubleValue(); }

    /// The only element as a long, cut off after the point: Python's `int(x)`.
    public long longValue() { return TensorData.only(this).longValue(); }

    /// [#item()] as a truth: false if it is zero.
    public boolean booleanValue() { return TensorData.truth(this); }

    /// The elements as numbers in lists of lists; a single number if there are no dimensions. Stands for `x.tolist()`.
    public Object tolist() { return TensorData.toList(this); }

    /// The elements in row-major order.
    public float[] floatArray() { return TensorData.floats(this); }

    /// The elements in row-major order.
    public double[] doubleArray() { return TensorData.doubles(this); }

    /// The elements in row-major order.
    public long[] longArray() { return TensorData.longs(this); }

    /// PyTorch's `repr`.
    @Override
    public String toString() { return TensorText.of(this); }
}
