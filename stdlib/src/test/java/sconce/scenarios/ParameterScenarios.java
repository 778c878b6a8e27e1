package sconce.scenarios;

import java.util.List;
import java.util.Map;
import sconce.Buffer;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.nn.*;
import sconce.nn.Module;

/// Scenarios 082 to 087: parameters, lazy modules, initialisers.
final class ParameterScenarios extends Scenarios {
    void scenario082() {
        var p = new Parameter(Torch.tensor(1., 2.));
        print(p);
        print(p.mul(2));
        print(typeName(p), typeName(p.mul(2)), typeName(p.data()), typeName(p.detach()));
        print(p instanceof Tensor, ((Object) p) instanceof Parameter, p.mul(2) instanceof Parameter);
        print(new Parameter(Torch.tensor("[[1., 2.]]"), false));
        print(new Parameter(Torch.tensor(3.)));
        print(new Parameter());
        print(failure(() -> new Parameter(Torch.tensor(1, 2))));
        print(new Parameter(Torch.tensor(1, 2), false));
        var source = Torch.tensor(1., 2.);
        var shares = new Parameter(source);
        source.set("0", 9.);
        print(shares);
        var b = new Buffer(Torch.tensor(new double[] { 1. }));
        print(b, ((Object) b) instanceof Buffer, Torch.ones(1) instanceof Buffer, b.requiresGrad());
        print(failure(() -> p.add_(1)));
        Torch.noGrad(() -> { p.add_(1); });
        print(p);
    }

    void scenario083() {
        var p = new UninitializedParameter();
        print(p);
        print(p.isLazy(), false, p.dtype(), p.device().name(), p.requiresGrad());
        print("shape ->", failure(p::shape));
        print("numel ->", failure(p::numel));
        print("add ->", failure(() -> p.add(1)));
        p.materialize(2, 3);
        Torch.noGrad(() -> { p.zero_(); });
        print(p, typeName(p), p.isLazy());
        var b = new UninitializedBuffer(o -> o.dtype(Torch.float64));
        print(b, b.isLazy());
        b.materialize(1);
        print(sizes(b), b.dtype(), b.isLazy());
    }

    void scenario085() {
        var lazy = new LazyLinear(2);
        print("count ->", failure(() -> lazy.parameters().stream().mapToLong(Tensor::numel).sum()));
        print("shape ->", failure(() -> lazy.weight.shape()));
        print("init ->", failure(() -> Init.ones_(lazy.weight)));
        lazy.toDouble();
        print(lazy.weight, lazy.weight.dtype());
        var full = new Linear(3, 2);
        print(lazy.loadStateDict(full.stateDict()));
        print(lazy.weight.dtype(), sizes(lazy.weight), Torch.equal(lazy.weight.to(Torch.float32), full.weight));
        print(lazy);
        print(lazy.call(Torch.ones(new long[] { 1, 3 }, o -> o.dtype(Torch.float64))).shape(), lazy);
        print(failure(() -> new Linear(3, 2).loadStateDict(new LazyLinear(2).stateDict())));
        print(Module.deepcopy(new LazyLinear(5)).call(Torch.ones(1, 2)).shape());
    }

    void scenario087() {
        var w = Torch.empty(2, 3);
        print(Init.constant_(w, 0.3) == w, w);
        print(Init.eye_(w));
        print(Init.dirac_(Torch.empty(2, 2, 3)));
        Map<String, java.util.function.UnaryOperator<Tensor>> fillings = new java.util.LinkedHashMap<>();
        fillings.put("uniform_", Init::uniform_);
        fillings.put("normal_", t -> Init.normal_(t, 0, 0.1));
        fillings.put("xavier_uniform_", t -> Init.xavierUniform_(t, 2.0));
        fillings.put("xavier_normal_", Init::xavierNormal_);
        fillings.put("kaiming_uniform_", t -> Init.kaimingUniform_(t, o -> o.nonlinearity("relu")));
        fillings.put("kaiming_normal_", t -> Init.kaimingNormal_(t, o -> o.mode("fan_out")));
        fillings.put("trunc_normal_", t -> Init.truncNormal_(t, 0, 0.5, -2, 2));
        fillings.put("orthogonal_", Init::orthogonal_);
        fillings.put("sparse_", t -> Init.sparse_(t, 0.5));
        fillings.forEach((name, filling) -> {
            Torch.manualSeed(1);
            print(name, filling.apply(Torch.empty(2, 3)));
        });
        for (var name : List.of("linear", "sigmoid", "tanh", "relu", "leaky_relu", "selu", "conv2d")) {
            print(name, "%.4f".formatted(Init.calculateGain(name).doubleValue()));
        }
        Torch.manualSeed(0);
        var layer = new Linear(2, 2);
        print(layer.weight.data(), layer.bias.data());
        print(failure(() -> Init.xavierUniform_(Torch.empty(3))));
        print(failure(() -> Init.eye_(Torch.empty(3))));
        print(failure(() -> Init.calculateGain("soft")));
    }
}
