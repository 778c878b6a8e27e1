package sconce.nn;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import sconce.Device;
import sconce.MemoryFormat;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;
import sconce.libtorch.Operators;

/// All parameters as one vector and back, and the order of weights in memory. Stands for
/// `torch.nn.utils.convert_parameters` and `torch.nn.utils.memory_format`.
///
/// ```java
/// var net = new Linear(2, 1);
/// ConvertParameters.vectorToParameters(Torch.tensor(1.0, 2.0, 3.0), net.parameters());
/// net.bias   // Parameter containing: tensor([3.], requires_grad=True)
/// ConvertParameters.parametersToVector(net.parameters()).detach()   // tensor([1., 2., 3.])
/// ```
public final class ConvertParameters {
    private ConvertParameters() {}

    /// All elements of the parameters, one after the other; gradients flow through it.
    ///
    /// @throws TypeError if they lie on different devices
    public static Tensor parametersToVector(Iterable<? extends Tensor> parameters) {
        var rows = new ArrayList<Tensor>();
        Device device = null;
        for (var parameter : parameters) {
            device = sameDevice(device, parameter);
            rows.add(parameter.view(-1));
        }
        return Torch.cat(rows);
    }

    /// Gives the parameters the elements of a vector in turn, which they share memory with from then on.
    ///
    /// @throws TypeError if they lie on different devices
    public static void vectorToParameters(Tensor vec, Iterable<? extends Tensor> parameters) {
        if (vec == null) throw new TypeError("expected torch.Tensor, but got: NoneType");
        var from = 0L;
        Device device = null;
        for (var parameter : parameters) {
            device = sameDevice(device, parameter);
            var count = parameter.numel();
            // A slice, as in Python, ends where the vector does: then the view says what is missing.
            var start = Math.min(from, vec.size(0));
            var part = vec.narrow(0, start, Math.min(count, vec.size(0) - start));
            parameter.setData(part.viewAs(parameter).data());
            from += count;
        }
    }

    private static Device sameDevice(@Nullable Device known, Tensor parameter) {
        if (known != null && !known.equals(parameter.device())) {
            throw new TypeError("Found two parameters on different devices, this is currently not supported.");
        }
        return parameter.device();
    }

    /// Orders the dimensions of all two-dimensional convolutions' weights in memory, and returns the module. Stands for
    /// `convert_conv2d_weight_memory_format`.
    public static <M extends Module> M convertConv2dWeightMemoryFormat(M module, MemoryFormat memoryFormat) {
        module.apply(part -> {
            if (part instanceof Conv2d || part instanceof ConvTranspose2d) order((ConvNd) part, memoryFormat);
        });
        return module;
    }

    /// The same for three-dimensional convolutions. Stands for `convert_conv3d_weight_memory_format`.
    public static <M extends Module> M convertConv3dWeightMemoryFormat(M module, MemoryFormat memoryFormat) {
        module.apply(part -> {
            if (part instanceof Conv3d || part instanceof ConvTranspose3d) order((ConvNd) part, memoryFormat);
        });
        return module;
    }

    private static void order(ConvNd layer, MemoryFormat memoryFormat) {
        var data = layer.weight.detach().clone(memoryFormat);
        Operators.run("resize_", data, data.shape().longs(), memoryFormat);
        layer.weight.setData(data);
    }
}
