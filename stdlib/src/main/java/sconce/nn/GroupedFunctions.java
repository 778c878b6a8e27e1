package sconce.nn;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.NotImplementedError;
import sconce.Tensor;
import sconce.libtorch.Operators;

/// Functions of [F]: matrix products of groups, and of numbers of eight bits with their scales.
public abstract sealed class GroupedFunctions extends AttentionFunctions permits LossesByPlace {
    GroupedFunctions() {}

    /// The products of matching matrices of `matA (G, M, K)` and `matB (G, K, N)`.
    public static Tensor groupedMm(Tensor matA, Tensor matB) { return groupedMm(matA, matB, null, null, null); }

    /// The same, with options; with `offs` one side is `(.., K)` alone and its groups end there.
    public static Tensor groupedMm(Tensor matA, Tensor matB, Consumer<GroupedOptions> options) {
        var o = Keywords.of(new GroupedOptions(), options);
        return groupedMm(matA, matB, o.offs, o.bias, o.outDtype);
    }

    /// The same, with all arguments.
    public static Tensor groupedMm(Tensor matA, Tensor matB, @Nullable Tensor offs, @Nullable Tensor bias,
            @Nullable DType outDtype) {
        return Operators.call("_grouped_mm", matA, matB, offs, bias, outDtype);
    }

    /// The product of matrices of eight-bit numbers, each with its scale.
    public static Tensor scaledMm(Tensor matA, Tensor matB, Tensor scaleA, ScalingType scaleRecipeA, Tensor scaleB,
            ScalingType scaleRecipeB) {
        return scaledMm(matA, matB, scaleA, scaleRecipeA, scaleB, scaleRecipeB, o -> {});
    }

    /// The same, with options.
    public static Tensor scaledMm(Tensor matA, Tensor matB, Tensor scaleA, ScalingType scaleRecipeA, Tensor scaleB,
            ScalingType scaleRecipeB, Consumer<ScaledOptions> options) {
        return scaledMm(matA, matB, List.of(scaleA), List.of(scaleRecipeA), List.of(scaleB), List.of(scaleRecipeB),
                options);
    }

    /// The same with several scales on each other.
    ///
    /// @throws NotImplementedError if libtorch has no kernel for the device
    public static Tensor scaledMm(Tensor matA, Tensor matB, List<Tensor> scaleA, List<ScalingType> scaleRecipeA,
            List<Tensor> scaleB, List<ScalingType> scaleRecipeB, Consumer<ScaledOptions> options) {
        var o = Keywords.of(new ScaledOptions(), options);
        return Operators.call("_scaled_mm_v2", matA, matB, scaleA, codes(scaleRecipeA), codes(o.swizzleA), scaleB,
                codes(scaleRecipeB), codes(o.swizzleB), o.bias, o.outputDtype, o.contractionDim, o.useFastAccum);
    }

    /// [#groupedMm] of eight-bit numbers with their scales.
    public static Tensor scaledGroupedMm(Tensor matA, Tensor matB, Tensor scaleA, ScalingType scaleRecipeA,
            Tensor scaleB, ScalingType scaleRecipeB) {
        return scaledGroupedMm(matA, matB, scaleA, scaleRecipeA, scaleB, scaleRecipeB, o -> {});
    }

    /// The same, with options.
    public static Tensor scaledGroupedMm(Tensor matA, Tensor matB, Tensor scaleA, ScalingType scaleRecipeA,
            Tensor scaleB, ScalingType scaleRecipeB, Consumer<ScaledGroupedOptions> options) {
        return scaledGroupedMm(matA, matB, List.of(scaleA), List.of(scaleRecipeA), List.of(scaleB),
                List.of(scaleRecipeB), options);
    }

    /// The same with several scales on each other.
    ///
    /// @throws NotImplementedError if libtorch has no kernel for the device
    public static Tensor scaledGroupedMm(Tensor matA, Tensor matB, List<Tensor> scaleA, List<ScalingType> scaleRecipeA,
            List<Tensor> scaleB, List<ScalingType> scaleRecipeB, Consumer<ScaledGroupedOptions> options) {
        var o = Keywords.of(new ScaledGroupedOptions(), options);
        return Operators.call("_scaled_grouped_mm_v2", matA, matB, scaleA, codes(scaleRecipeA), codes(o.swizzleA),
                scaleB, codes(scaleRecipeB), codes(o.swizzleB), o.offs, o.bias, o.outputDtype, o.contractionDim,
                o.useFastAccum);
    }

    /// libtorch knows the recipes by their numbers, which are their order.
    private static long[] codes(List<? extends Enum<?>> recipes) {
        return recipes.stream().mapToLong(Enum::ordinal).toArray();
    }

    /// What numbers share a scale. Stands for `torch.nn.functional.ScalingType`.
    public enum ScalingType {
        /// All of the matrix.
        TensorWise,
        /// Each row.
        RowWise,
        /// Each 16 numbers in a row.
        BlockWise1x16,
        /// Each 32 numbers in a row.
        BlockWise1x32,
        /// Each 128 numbers in a row.
        BlockWise1x128,
        /// Each square of 128 by 128 numbers.
        BlockWise128x128
    }

    /// In what order scales lie in memory. Stands for `torch.nn.functional.SwizzleType`.
    public enum SwizzleType {
        /// Row by row.
        NO_SWIZZLE,
        /// In blocks of 32 by 4 by 4.
        SWIZZLE_32_4_4
    }

    /// Options of [#groupedMm].
    public static final class GroupedOptions {
        @Nullable
        Tensor offs;
        @Nullable
        Tensor bias;
        @Nullable
        DType outDtype;

        /// Where each group ends in the dimension that all share.
        public GroupedOptions offs(@Nullable Tensor offs) { this.offs = offs; return this; }

        /// What is added.
        public GroupedOptions bias(@Nullable Tensor bias) { this.bias = bias; return this; }

        /// The result's dtype; by default that of `matA`.
        public GroupedOptions outDtype(@Nullable DType outDtype) { this.outDtype = outDtype; return this; }
    }

    /// The options that both products of scaled numbers share.
    abstract static class ScalesOptions<O extends ScalesOptions<O>> {
        List<SwizzleType> swizzleA = List.of();
        List<SwizzleType> swizzleB = List.of();
        @Nullable
        Tensor bias;
        @Nullable
        DType outputDtype = DType.bfloat16;
        long[] contractionDim = {};
        boolean useFastAccum = false;

        ScalesOptions() {}

        @SuppressWarnings("unchecked") // O is the class itself in every subclass.
        final O self() { return (O) this; }

        /// In what order the scales of `matA` lie.
        public O swizzleA(SwizzleType... swizzleA) { this.swizzleA = List.of(swizzleA); return self(); }

        /// In what order the scales of `matB` lie.
        public O swizzleB(SwizzleType... swizzleB) { this.swizzleB = List.of(swizzleB); return self(); }

        /// What is added.
        public O bias(@Nullable Tensor bias) { this.bias = bias; return self(); }

        /// The result's dtype; by default bfloat16.
        public O outputDtype(@Nullable DType outputDtype) { this.outputDtype = outputDtype; return self(); }

        /// Which dimensions are summed over.
        public O contractionDim(long... contractionDim) { this.contractionDim = contractionDim; return self(); }

        /// Whether sums are kept with fewer digits; by default not.
        public O useFastAccum(boolean useFastAccum) { this.useFastAccum = useFastAccum; return self(); }
    }

    /// Options of [#scaledMm].
    public static final class ScaledOptions extends ScalesOptions<ScaledOptions> {}

    /// Options of [#scaledGroupedMm].
    public static final class ScaledGroupedOptions extends ScalesOptions<ScaledGroupedOptions> {
        @Nullable
        Tensor offs;

        /// Where each group ends in the dimension that all share.
        public ScaledGroupedOptions offs(@Nullable Tensor offs) { this.offs = offs; return this; }
    }
}
