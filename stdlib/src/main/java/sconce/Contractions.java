package sconce;

import java.util.Arrays;
import java.util.stream.LongStream;
import sconce.libtorch.Operators;

/// `torch.tensordot` and `torch.cdist`, whose arguments PyTorch reads in Python.
final class Contractions {
    private Contractions() {}

    static Tensor tensordot(Tensor a, Tensor b, long dims) {
        if (dims < 0) throw new TorchException("tensordot expects dims >= 0, but got dims=" + dims);
        if (dims > Math.min(a.dim(), b.dim())) {
            throw new TorchException("tensordot expects dims < ndim_a or ndim_b, but got dims=" + dims);
        }
        return contract(a, b, LongStream.range(-dims, 0).toArray(), LongStream.range(0, dims).toArray());
    }

    static Tensor tensordot(Tensor a, Tensor b, long[][] dims) {
        if (dims.length != 2) {
            throw new ValueError(dims.length < 2
                    ? "not enough values to unpack (expected 2, got " + dims.length + ")"
                    : "too many values to unpack (expected 2)");
        }
        return contract(a, b, dims[0], dims[1]);
    }

    static Tensor tensordot(Tensor a, Tensor b, Tensor dims) {
        if (dims.numel() <= 1) return tensordot(a, b, dims.longValue());
        var flat = dims.longArray();
        var half = flat.length / 2;
        return contract(a, b, Arrays.copyOf(flat, half), Arrays.copyOfRange(flat, half, flat.length));
    }

    private static Tensor contract(Tensor a, Tensor b, long[] dimsA, long[] dimsB) {
        return Operators.call("tensordot", a, b, dimsA, dimsB);
    }

    static Tensor cdist(Tensor x1, Tensor x2, double p, String computeMode) {
        return Operators.call("cdist", x1, x2, p, switch (computeMode) {
            case "use_mm_for_euclid_dist_if_necessary" -> null;
            case "use_mm_for_euclid_dist" -> 1;
            case "donot_use_mm_for_euclid_dist" -> 2;
            default -> throw new ValueError(computeMode + " is not a valid value for compute_mode");
        });
    }
}
