package sconce;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Libtorch;
import sconce.libtorch.NativeAutograd;

/// The functions of `torch`: making tensors, computing with them, and what holds for all of them.
///
/// Functions bear PyTorch's names in Java's case and take its arguments in its order; those of one topic stand together
/// in one of this class's bases.
///
/// ```java
/// Torch.add(Torch.tensor(1), Torch.tensor(2))   // tensor(3)
/// ```
public final class Torch extends LinearAlgebraFunctions {
    /// `torch.float32`, PyTorch's default.
    public static final DType float32 = DType.float32;
    public static final DType float64 = DType.float64;
    public static final DType float16 = DType.float16;
    public static final DType bfloat16 = DType.bfloat16;
    public static final DType int8 = DType.int8;
    public static final DType int16 = DType.int16;
    public static final DType int32 = DType.int32;
    public static final DType int64 = DType.int64;
    public static final DType uint8 = DType.uint8;
    public static final DType uint16 = DType.uint16;
    public static final DType uint32 = DType.uint32;
    public static final DType uint64 = DType.uint64;
    public static final DType bool = DType.bool;
    public static final DType complex64 = DType.complex64;
    public static final DType complex128 = DType.complex128;
    public static final DType complex32 = DType.complex32;
    public static final DType float8_e4m3fn = DType.float8_e4m3fn;
    public static final DType float8_e5m2 = DType.float8_e5m2;
    public static final DType half = DType.float16;
    public static final DType chalf = DType.complex32;
    public static final DType cfloat = DType.complex64;
    public static final DType cdouble = DType.complex128;
    /// `torch.strided`, the layout of dense tensors.
    public static final Layout strided = Layout.strided;
    public static final Layout sparse_coo = Layout.sparse_coo;
    public static final Layout sparse_csr = Layout.sparse_csr;
    public static final Layout sparse_csc = Layout.sparse_csc;
    public static final Layout sparse_bsr = Layout.sparse_bsr;
    public static final Layout sparse_bsc = Layout.sparse_bsc;
    /// `torch.contiguous_format`, the order of rows.
    public static final MemoryFormat contiguous_format = MemoryFormat.contiguous_format;
    public static final MemoryFormat preserve_format = MemoryFormat.preserve_format;
    public static final MemoryFormat channels_last = MemoryFormat.channels_last;
    public static final MemoryFormat channels_last_3d = MemoryFormat.channels_last_3d;

    private Torch() {}

    /// Sizes given as one argument, where a list of numbers would be ambiguous.
    public static Size size(long... sizes) { return new Size(sizes); }

    /// Arguments for a module's forward by the names of its parameters, names and values by turns.
    ///
    /// `scale.call(x, Torch.kwargs("factor", 10))`
    public static Kwargs kwargs(@Nullable Object... namesAndValues) { return Kwargs.of(namesAndValues); }

    /// What there is of CUDA. Stands for `torch.cuda`.
    public static Cuda cuda() { return new Cuda(); }

    /// Frees the tensors made on this thread until the result is closed.
    public static Scope scope() { return new Scope(); }

    /// Stops recording operations for backward passes on this thread until the result is closed.
    ///
    /// ```java
    /// try (var g = Torch.noGrad()) { ... }
    /// ```
    public static GradMode noGrad() { return new GradMode(false); }

    /// Runs `body` without recording operations, and returns what it returns.
    public static <R> R noGrad(Supplier<R> body) {
        try (var mode = new GradMode(false)) {
            return body.get();
        }
    }

    /// Runs `body` without recording operations.
    public static void noGrad(Runnable body) {
        try (var mode = new GradMode(false)) {
            body.run();
        }
    }

    /// Records operations on this thread until the result is closed, inside a `noGrad` too.
    public static GradMode enableGrad() { return new GradMode(true); }

    /// Records operations on this thread, or not, until the result is closed. Stands for `torch.set_grad_enabled`.
    public static GradMode setGradEnabled(boolean enabled) { return new GradMode(enabled); }

    /// Whether this thread records operations.
    public static boolean isGradEnabled() { return NativeAutograd.isGradEnabled(); }

    /// Sets how many threads one operation may use.
    public static void setNumThreads(int threads) { Libtorch.setNumThreads(threads); }

    /// How many threads one operation may use.
    public static int getNumThreads() { return Libtorch.getNumThreads(); }
}
